"""Every file that can come home gets its verdict, from the return of an answer and from the command line."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_der_x509_certificate

from desktop.cli import main
from desktop.documents.judging.arrival import judge
from desktop.documents.judging.verify import verify
from desktop.documents.keys.certificates import read_certificates
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents.cases import CASES, HONEST, VALID, Case, Group, Scene
from tests.documents.notes import okr_note, performance_note

NOTES = {"okr": okr_note, "performance": performance_note}


@pytest.fixture(scope="module", params=NOTES)
def scene(request: pytest.FixtureRequest, identity: Identity, employee: Identity, imposter: Identity) -> Scene:
    """One note of each kind, and those who may sign it."""
    return Scene(NOTES[request.param](), identity, employee, imposter)


def kept(name: str) -> tuple[bytes, ...]:
    """Return the certificate that belongs to the files that are kept."""
    return read_certificates((VALID / f"{name}.pem").read_bytes())


def found(data: bytes, trusted: list[bytes]) -> Outcome | None:
    try:
        return verify(data, "note.pdf", trusted).outcome
    except Problem:
        return None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_gets_its_verdict(case: Case, scene: Scene) -> None:
    given, returned = case.make(scene)
    managers, employees = [scene.manager.certificate, *kept("manager")], [scene.employee.certificate, *kept("employee")]
    judged = judge(returned, given, managers, employees)
    assert (judged.arrival, found(returned, managers + employees)) == (case.arrival, case.outcome)
    assert bool(judged.reasons) is (case not in HONEST)


def test_the_command_line_says_the_same_of_three_folders(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trust = _trusted(scene, tmp_path)
    said: dict[Group, int] = {}
    for group in Group:
        cases = [case for case in CASES if case.group is group]
        paths = [_written(tmp_path / group, number, case, scene) for number, case in enumerate(cases)]
        said[group] = main(["verify", "--json", *trust, *map(str, paths)])
        verdicts = [each["verdict"] for each in json.loads(capsys.readouterr().out)]
        assert verdicts == [case.outcome or "unreadable" for case in cases]
    assert said == {Group.VALID: 0, Group.ALTERED: 2, Group.UNTRUSTED: 1}  # 2: some cannot be read any more


def _trusted(scene: Scene, folder: Path) -> list[str]:
    files = [VALID / "manager.pem", VALID / "employee.pem"]
    for name, who in (("manager", scene.manager), ("employee", scene.employee)):
        files.append(folder / f"{name}.pem")
        files[-1].write_bytes(load_der_x509_certificate(who.certificate).public_bytes(Encoding.PEM))
    return [part for file in files for part in ("--trust", str(file))]


def _written(folder: Path, number: int, case: Case, scene: Scene) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.pdf"
    path.write_bytes(case.make(scene)[1])
    return path
