"""The command line: what it prints, what it writes, and its exit codes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from desktop import __version__
from desktop.cli import main
from desktop.documents.judging.schema import read_record
from desktop.documents.keys.identity import make_identity
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.note import digest_of
from desktop.models.people import Person
from desktop.storage.keys.unlocking import open_sample, unlock_quietly
from desktop.storage.vault import Vault
from tests.documents.attacks import flip_page_byte
from tests.keys import VAULT_KEY

ROOT = Path(__file__).resolve().parent.parent

Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of our own: no test may meet the vault of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("DUOLOGUE_VAULT", raising=False)
    return tmp_path / "home"


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with the sample firm, made by the command itself."""
    folder = tmp_path_factory.mktemp("cli") / "vault"
    assert main(["demo", "--vault", str(folder), "--no-window"]) == 0
    return folder


@pytest.fixture(scope="module")
def signed(firm: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed PDF out of it."""
    folder = tmp_path_factory.mktemp("signed")
    assert main(["--vault", str(firm), "export", note_uid(firm), "--out", str(folder)]) == 0
    (path,) = folder.iterdir()
    return path


def empty_vault(folder: Path) -> None:
    """Make a vault that opens without asking."""
    Vault.create(folder, VAULT_KEY).close()
    open_sample(folder, VAULT_KEY)


def note_uid(folder: Path, kind: Kind = Kind.PERFORMANCE) -> str:
    vault = Vault.open(folder, unlock_quietly(folder))
    try:
        return vault.notes(kind).notes()[0].uid
    finally:
        vault.close()


def printed(told: Told) -> Any:
    return json.loads(told.readouterr().out)


def one_sentence(told: Told) -> str:
    """Return what stands on standard error: one line, and nothing on standard output."""
    out, err = told.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


# usage


def test_help_and_version_are_told(capsys: Told) -> None:
    assert main(["--help"]) == 0
    assert "verify" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Duologue {__version__}\n"


@pytest.mark.parametrize(
    "typed",
    [["nonsense"], ["verify"], ["--wrong"], ["export", "x"], ["list", "--kind", "pay"], ["import"], ["list", "--js"]],
)
def test_wrong_usage_is_one_sentence_and_2(typed: list[str], capsys: Told) -> None:
    assert main(typed) == 2
    assert "--help" in one_sentence(capsys)


@pytest.mark.parametrize("typed", [["list"], ["export", "abc", "--out", "."]])
def test_without_a_vault_the_folder_is_named(typed: list[str], capsys: Told, home: Path) -> None:
    assert main(typed) == 2
    assert f"no vault in “{home}" in one_sentence(capsys)


# verify


def test_verify_tells_people_who_signed(signed: Path, capsys: Told) -> None:
    assert main(["verify", str(signed)]) == 0
    told = capsys.readouterr().out
    assert "Signed and unchanged" in told
    assert "Helena Vasquez-Lind (Manager)" in told


def test_verify_tells_programs_the_same(signed: Path, capsys: Told) -> None:
    assert main(["verify", "--json", str(signed)]) == 0
    (found,) = printed(capsys)
    assert list(found) == ["file", "verdict", "intact", "signatures", "response", "reasons"]
    assert (found["file"], found["verdict"], found["intact"]) == (str(signed), "intact", True)
    assert (found["response"], found["reasons"]) == (None, [])
    (signature,) = found["signatures"]
    assert list(signature) == ["signer", "role", "time", "intact", "trusted", "fingerprint"]
    assert (signature["signer"], signature["role"], signature["intact"]) == ("Helena Vasquez-Lind", "manager", True)
    assert not signature["trusted"]


def test_verify_makes_no_vault(signed: Path, home: Path) -> None:
    assert main(["verify", str(signed)]) == 0
    assert not home.exists()


def test_altered_resaved_and_unsigned_files_are_a_no(signed: Path, tmp_path: Path, capsys: Told) -> None:
    altered, resaved, plain = (tmp_path / name for name in ("altered.pdf", "resaved.pdf", "plain.pdf"))
    altered.write_bytes(signed.read_bytes().replace(b"/Contents <", b"/Contents  <", 1))
    with pikepdf.open(signed) as pdf:
        pdf.save(resaved)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    assert main(["verify", "--json", str(signed), str(altered), str(resaved), str(plain)]) == 1
    found = printed(capsys)
    assert [each["verdict"] for each in found] == ["intact", "altered", "altered", "not-signed"]
    assert all(each["reasons"] for each in found[1:])


def test_a_file_that_cannot_be_judged_is_2_and_the_others_are_judged_all_the_same(
    signed: Path, tmp_path: Path, capsys: Told
) -> None:
    (tmp_path / "letter.pdf").write_text("Dear all")
    (tmp_path / "empty").mkdir()
    files = [str(tmp_path / "letter.pdf"), str(signed), str(tmp_path / "gone.pdf"), str(tmp_path / "empty")]
    assert main(["verify", "--json", *files]) == 2
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert [each["verdict"] for each in found] == ["unreadable", "intact", "unreadable", "unreadable"]
    assert [line.partition(": ")[0] for line in err.splitlines()] == [files[0], files[2], files[3]]
    assert found[2]["reasons"] == ["There is no such file; check its name and its folder."]


def test_a_folder_stands_for_every_pdf_in_it(signed: Path, tmp_path: Path, capsys: Told) -> None:
    below = tmp_path / "notes" / "2026"
    below.mkdir(parents=True)
    copies = [Path(shutil.copy(signed, place)) for place in (below / "b.pdf", below.parent / "z.pdf")]
    (below / "letter.txt").write_text("Dear all")
    assert main(["verify", "--json", str(tmp_path / "notes"), str(signed)]) == 0
    assert [each["file"] for each in printed(capsys)] == [*map(str, copies), str(signed)]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(below / "a.pdf")
    assert main(["verify", str(tmp_path / "notes")]) == 1
    told = capsys.readouterr()
    assert told.out.count("Signed and unchanged") == 2 and "Not signed" in told.out
    assert told.err == ""
    (below / "c.pdf").symlink_to(signed)
    assert main(["verify", str(tmp_path / "notes")]) == 2
    assert "c.pdf: This is a link" in capsys.readouterr().err


def test_who_should_have_signed_is_said_by_a_certificate(
    firm: Path, signed: Path, tmp_path: Path, capsys: Told
) -> None:
    vault = Vault.open(firm, unlock_quietly(firm))
    mine = vault.profile.identity(vault.profile.me_uid())
    vault.close()
    assert mine is not None
    right, wrong, junk = (tmp_path / name for name in ("right.der", "wrong.der", "junk.der"))
    right.write_bytes(mine.certificate)
    wrong.write_bytes(make_identity(Person(new_uid(), "Somebody Else"), now()).certificate)
    junk.write_text("hello")
    assert main(["verify", str(signed), "--trust", str(right), "--json"]) == 0
    assert printed(capsys)[0]["signatures"][0]["trusted"]
    assert main(["verify", str(signed), "--trust", str(wrong), "--json"]) == 1
    assert printed(capsys)[0]["verdict"] == "unknown-signer"
    assert main(["verify", str(signed), "--trust", str(wrong), "--trust", str(right)]) == 0
    capsys.readouterr()
    assert main(["verify", str(signed), "--trust", str(junk)]) == 2
    assert "junk.der: This file holds no certificate" in one_sentence(capsys)


def test_who_should_have_signed_is_said_by_the_vault(
    firm: Path, signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    assert main(["verify", str(signed), "--vault", str(firm)]) == 0
    other = tmp_path / "other"
    assert main(["demo", "--no-window", "--vault", str(other)]) == 0
    capsys.readouterr()
    monkeypatch.setenv("DUOLOGUE_VAULT", str(other))
    assert main(["verify", str(signed), "--json"]) == 1
    assert printed(capsys)[0]["verdict"] == "unknown-signer"


def test_a_vault_that_was_named_must_be_there(signed: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["verify", str(signed), "--vault", str(tmp_path / "gone")]) == 2
    assert "no vault" in one_sentence(capsys)


def test_a_damaged_vault_of_my_own_does_not_stop_a_check(
    signed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    (tmp_path / "vault.db").write_bytes(b"no database" * 1000)
    monkeypatch.setenv("DUOLOGUE_VAULT", str(tmp_path))
    assert main(["verify", str(signed)]) == 0
    assert "Nobody is known here" in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal(tmp_path: Path, capsys: Told) -> None:
    assert main(["verify", str(tmp_path / "\x1b[2J\u202e.pdf")]) == 2
    assert not {"\x1b", "\u202e"} & set(capsys.readouterr().err)


# list


def test_list_shows_drafts_and_notes(firm: Path, capsys: Told) -> None:
    assert main(["list", "--vault", str(firm)]) == 0
    told = capsys.readouterr().out
    assert "draft" in told
    assert "sealed (revision 2)" in told
    assert "陈思远" in told


def test_list_can_be_narrowed(firm: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "list", "--person", "amara", "--kind", "okr", "--json"]) == 0
    rows = printed(capsys)
    assert {(row["person"], row["kind"]) for row in rows} == {("Amara Okafor-Reyes", "okr")}
    assert {row["state"] for row in rows} == {"sealed"}
    assert {row["revision"] for row in rows} == {1, 2}


def test_somebody_unknown_is_told(firm: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "list", "--person", "Nobody At All"]) == 2
    assert "Nobody in this vault is called “Nobody At All”" in one_sentence(capsys)


def test_the_vault_can_be_named_by_the_environment(firm: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setenv("DUOLOGUE_VAULT", str(firm))
    assert main(["list", "--json"]) == 0
    assert len(printed(capsys)) > 8


# export and import


def test_export_writes_pdf_and_record(firm: Path, tmp_path: Path, capsys: Told) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    uid = note_uid(firm)
    assert main(["--vault", str(firm), "export", uid[:8], "--out", str(folder), "--json"]) == 0
    found = printed(capsys)
    assert (found["note"], found["verdict"]) == (uid, "intact")
    assert {Path(found["pdf"]), Path(found["record"])} == set(folder.iterdir())
    assert digest_of(Path(found["record"]).read_bytes()) == found["digest"]


def test_export_takes_the_id_of_a_conversation(firm: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "list", "--json"]) == 0
    row = next(row for row in printed(capsys) if row["state"] == "sealed")
    assert main(["--vault", str(firm), "export", row["conversation"], "--out", str(tmp_path), "--json"]) == 0
    assert printed(capsys)["note"] == row["uid"]


@pytest.mark.parametrize(
    ("wanted", "sentence"), [("zzz", "No note begins with “zzz”"), ("", "No note begins"), ("-", "No note begins")]
)
def test_an_id_that_is_none_is_told(firm: Path, tmp_path: Path, wanted: str, sentence: str, capsys: Told) -> None:
    assert main(["--vault", str(firm), "export", "--out", str(tmp_path), "--", wanted]) == 2
    assert sentence in one_sentence(capsys)


def test_a_draft_cannot_be_exported(firm: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "list", "--json"]) == 0
    draft = next(row["uid"] for row in printed(capsys) if row["state"] == "draft")
    assert main(["--vault", str(firm), "export", draft, "--out", str(tmp_path)]) == 2
    assert "not sealed yet" in one_sentence(capsys)


def test_an_id_that_begins_several_notes_is_told(signed: Path, tmp_path: Path, capsys: Told) -> None:
    twins = [json.loads(read_record(signed.read_bytes())) for _ in range(2)]
    for number, twin in enumerate(twins):
        twin["note"] |= {"uid": f"twin-{number}", "series": f"twin-{number}"}
    (tmp_path / "twins.json").write_text(json.dumps(twins))
    vault = str(tmp_path / "vault")
    empty_vault(tmp_path / "vault")
    assert main(["--vault", vault, "import", str(tmp_path / "twins.json"), "--json"]) == 0
    assert [record["new_person"] for record in printed(capsys)["records"]] == [True, False]
    assert main(["--vault", vault, "export", "twin", "--out", str(tmp_path)]) == 2
    assert "Several notes begin with “twin”" in one_sentence(capsys)


def test_a_missing_folder_is_told(firm: Path, tmp_path: Path, capsys: Told) -> None:
    assert main(["--vault", str(firm), "export", note_uid(firm), "--out", str(tmp_path / "gone")]) == 2
    assert "does not exist" in one_sentence(capsys)


def test_a_note_travels_to_another_vault(signed: Path, tmp_path: Path, capsys: Told) -> None:
    other = tmp_path / "other"
    empty_vault(other)
    assert main(["--vault", str(other), "import", str(signed), "--dry-run", "--json"]) == 0
    told = printed(capsys)
    assert (told["dry_run"], told["records"][0]["result"], told["records"][0]["new_person"]) == (True, "new", True)
    assert main(["--vault", str(other), "list", "--json"]) == 0
    assert printed(capsys) == []
    assert main(["--vault", str(other), "import", str(signed)]) == 0
    assert "Imported: Performance conversation" in capsys.readouterr().out
    assert main(["--vault", str(other), "import", str(signed)]) == 0
    assert "Here already" in capsys.readouterr().out
    assert main(["--vault", str(other), "list", "--json"]) == 0
    (row,) = printed(capsys)
    assert (row["state"], row["conversation"]) == ("imported", "")


def test_a_changed_pdf_and_a_changed_record_are_a_no(firm: Path, signed: Path, tmp_path: Path, capsys: Told) -> None:
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(signed.read_bytes().replace(b"/Contents <", b"/Contents  <", 1))
    assert main(["--vault", str(firm), "import", str(changed)]) == 1
    assert "changed.pdf: Altered: not taken in" in one_sentence(capsys)
    assert main(["--vault", str(firm), "export", note_uid(firm), "--out", str(tmp_path), "--json"]) == 0
    record = Path(printed(capsys)["record"])
    record.write_text(record.read_text().replace("Performance conversation", "Chat"))
    assert main(["--vault", str(firm), "import", str(record), "--json"]) == 1
    assert printed(capsys)["records"][0]["result"] == "refused"


@pytest.mark.parametrize(
    ("name", "sentence"), [("people.csv", "Tables"), ("bad.json", "JSON"), ("gone.json", "no such")]
)
def test_what_cannot_be_imported_is_told(firm: Path, tmp_path: Path, name: str, sentence: str, capsys: Told) -> None:
    (tmp_path / "bad.json").write_text("{")
    assert main(["--vault", str(firm), "import", str(tmp_path / name)]) == 2
    told = one_sentence(capsys)
    assert sentence in told
    assert name in told


# demo


def test_demo_lies_apart_from_my_own_vault_and_is_made_once(home: Path, capsys: Told) -> None:
    assert main(["demo", "--no-window"]) == 0
    (found,) = home.rglob("vault.db")
    before = found.stat().st_ino
    assert "An invented firm lies in" in capsys.readouterr().out
    assert main(["demo", "--no-window"]) == 0
    assert capsys.readouterr().out == ""
    assert found.stat().st_ino == before


def test_demo_spoils_no_folder(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["demo", "--no-window", "--vault", str(tmp_path)]) == 2
    assert "is not empty" in one_sentence(capsys)


def test_without_a_screen_the_window_says_so(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "no screen" in one_sentence(capsys)


# as a process


def run(*typed: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *typed],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **settings},
        check=False,
    )


def test_the_module_is_the_command(signed: Path) -> None:
    good, wrong = run("verify", str(signed)), run("verify", "gone.pdf")
    assert (good.returncode, good.stderr) == (0, "")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Traceback" not in wrong.stderr


def test_a_terminal_that_knows_only_ascii_is_no_obstacle(firm: Path) -> None:
    plain = run("--vault", str(firm), "list", PYTHONIOENCODING="ascii")
    told = run("--vault", str(firm), "list", "--json", PYTHONIOENCODING="ascii")
    assert (plain.returncode, plain.stderr) == (0, "")
    assert "陈思远" in {row["person"] for row in json.loads(told.stdout)}


def test_a_reader_that_leaves_early_is_no_error(firm: Path) -> None:
    shell = shutil.which("bash")
    assert shell
    command = f'"{sys.executable}" -m desktop --vault "{firm}" list --json | head -c 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run([shell, "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith("[")


def test_a_full_disk_behind_standard_output_is_told(firm: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "--vault", str(firm), "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_help_imports_nothing_heavy() -> None:
    script = """
import sys
from desktop.cli import main
main(["--help"])
heavy = {"PySide6", "sqlalchemy", "reportlab", "pyhanko", "pikepdf"} & set(sys.modules)
print(sorted(heavy), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == "[]\n"


# respond


PASSPHRASE = "calm words for a key"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text(f"{PASSPHRASE}\nmore\n", encoding="utf-8")
    return path


def test_respond_signs_with_a_key_that_it_makes(signed: Path, tmp_path: Path, secret: Path, capsys: Told) -> None:
    key, out = tmp_path / "me.p12", tmp_path / "answered.pdf"
    words = ["--choice", "disagree", "--comment", "Not <b>so</b>.\nلا", "--scores-used", "no"]
    own = ["--sign-as", str(key), "--passphrase-file", str(secret)]
    assert main(["respond", str(signed), *words, *own, "--out", str(out)]) == 0
    assert "Answered and signed" in capsys.readouterr().out
    assert main(["verify", "--json", str(out)]) == 0
    (found,) = printed(capsys)
    assert found["response"] == {"choice": "disagree", "comment": "Not <b>so</b>.\nلا", "scores_used": False}
    assert [each["role"] for each in found["signatures"]] == ["manager", "employee"]
    assert key.exists()


def test_respond_without_a_key_leaves_it_unsigned(signed: Path, tmp_path: Path, capsys: Told) -> None:
    out = tmp_path / "answered.pdf"
    assert main(["respond", str(signed), "--choice", "received", "--out", str(out)]) == 0
    assert "not signed" in capsys.readouterr().out
    assert main(["respond", str(signed), "--choice", "received", "--out", str(out)]) == 2
    assert "already" in one_sentence(capsys)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--choice", "disagree"], "what you disagree with"),
        (["--choice", "agree", "--sign-as", "new.p12"], "passphrase is needed"),
        (["--choice", "perhaps"], "invalid choice"),
    ],
)
def test_what_respond_cannot_do_is_one_sentence(
    words: list[str], sentence: str, signed: Path, tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DUOLOGUE_PASSPHRASE", raising=False)
    assert main(["respond", str(signed), *words, "--out", str(tmp_path / "out.pdf")]) == 2
    assert sentence in one_sentence(capsys)
    assert not (tmp_path / "out.pdf").exists()


def test_an_altered_note_is_not_answered(signed: Path, tmp_path: Path, capsys: Told) -> None:
    data = signed.read_bytes()
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(data[:9000] + bytes([data[9000] ^ 1]) + data[9001:])
    assert main(["respond", str(bad), "--choice", "agree", "--out", str(tmp_path / "out.pdf")]) == 2
    assert "no unaltered note" in one_sentence(capsys)


def test_a_returned_answer_is_taken_in_once(firm: Path, signed: Path, tmp_path: Path, capsys: Told) -> None:
    out = tmp_path / "back.pdf"
    assert main(["respond", str(signed), "--choice", "agree", "--comment", "Yes.", "--out", str(out)]) == 0
    capsys.readouterr()
    assert main(["--vault", str(firm), "import", str(out), "--dry-run", "--json"]) == 0
    assert printed(capsys)["arrival"] == "answered"
    assert main(["--vault", str(firm), "import", str(out)]) == 0
    told = capsys.readouterr().out
    assert "Answered, not signed" in told
    assert "Comment: Yes." in told
    assert main(["--vault", str(firm), "import", str(out), "--json"]) == 0
    assert printed(capsys)["arrival"] == "known"
    out.write_bytes(flip_page_byte(out.read_bytes()))
    assert main(["--vault", str(firm), "import", str(out), "--json"]) == 1
    found = printed(capsys)
    assert (found["arrival"], found["response"]) == ("altered", None)
