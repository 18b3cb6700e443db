"""The file as an archive keeps it: the same bytes everywhere, judged by validators that are not ours."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.guide import RULE
from desktop.models.identity import Identity
from desktop.models.note import Note
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE, MAKERS, Spoken, okr_note, performance_note
from tests.documents.tools import embedding, run, validators

ROOT = Path(__file__).parents[2]
SCRIPTS = "李小龙 中文 한국어 العربية لا אבג 😀 👩\u200d💻 ✓ Ελένη Дмитрий Łódź Şahin 𝑥 ก हिन्दी"
SCRIPTS += " \U00012000 \u0378 \ufffe \ue000"
ASKED = (
    "Key result scores, as a reason in this conversation",
    "Key result scores were used as a reason in this conversation",
    "Key result scores were not used as a reason in this conversation",
    "ScoresUsed",
    "ScoresNotUsed",
)
_ANYWHERE = (
    "import hashlib; from tests.documents.notes import MAKERS, Spoken;"
    "from desktop.documents.papers.render import render;"
    "print(*(hashlib.sha256(render(make(Spoken({words!r})))).hexdigest() for make in MAKERS))"
)

both = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)


@pytest.mark.parametrize(
    "place",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    ],
    ids=lambda place: place["TZ"],
)
def test_the_same_note_is_the_same_file_in_every_process(place: dict[str, str], tmp_path: Path) -> None:
    made = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _ANYWHERE.format(words=SCRIPTS)],
        env={**os.environ, **place, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    here = [hashlib.sha256(render(make(Spoken(SCRIPTS)))).hexdigest() for make in MAKERS]
    assert made.stdout.split() == here


@both
@pytest.mark.parametrize("validator", validators(), ids=lambda validator: validator.__name__)
def test_a_signed_note_is_an_archive_file_for_everybody(
    make: Callable[..., Note], validator: Callable[[Path], str], identity: Identity, tmp_path: Path
) -> None:
    path = tmp_path / "note.pdf"
    note = make(Spoken(f"{SCRIPTS}\n\n" + "One more line.\n" * 120, "نور الدين " * 900))
    path.write_bytes(sign(render(note), Signatory(identity, "نور 😀 李 Łucja", SIGNED_AT)))
    assert validator(path) == ""


@given(words=st.text(max_size=40), name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_typed_is_drawn_with_embedded_fonts(words: str, name: str, tmp_path: Path) -> None:
    kept = words.encode("utf-8", "replace").decode()
    path = tmp_path / "note.pdf"
    path.write_bytes(render(okr_note(Spoken(kept, name, employee=replace(EMPLOYEE, name=name)))))
    assert embedding(path) == ""


def test_nothing_in_a_performance_note_tells_of_scores(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(render(performance_note()))
    with pikepdf.open(path) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        told = [str(pdf.docinfo), *(item.title for item in pdf.open_outline().root), *map(repr, pdf.objects)]
    told += [run("pdftotext", path, "-").stdout, *(stream.decode("latin-1") for stream in streams)]
    words = " ".join(" ".join(told).replace(RULE, "").split())
    for question in ASKED:  # the employee is asked whether scores were used at all
        assert question in words
        words = words.replace(question, "")
    assert "Median first reply" in words
    for word in ("score", "confidence", "threshold", "stretch"):
        assert word not in words.lower()
