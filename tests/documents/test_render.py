"""What the pages hold and what kind of file it is, as poppler and qpdf read it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.judging.schema import validate
from desktop.documents.papers.render import render, title_of
from desktop.models.conversation import Commitment
from desktop.models.guide import RULE
from desktop.models.note import Note, canonical, digest_of
from desktop.models.people import Person
from desktop.models.performance import Evidence
from desktop.models.record import Sealing
from tests.documents.notes import (
    CHAIN_HEAD,
    EMPLOYEE,
    GROUNDS,
    MAKERS,
    UID,
    Spoken,
    discussed,
    okr_note,
    performance_note,
)
from tests.documents.tools import run, text_of

NAMES = {"name", "team", "role", "title", "owner", "unit", "objective", "cycle", "source", "about"}
both = pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
Maker = Callable[..., Note]


@both
def test_the_cover_says_who_when_and_what(make: Maker, tmp_path: Path) -> None:
    words = text_of(render(make()), tmp_path)
    for part in ("Tomas Oyelaran", "Support engineer · Support", "Mira Solberg", "Head of Support", "20 Nov 2026"):
        assert part in words
    assert "Q4 2026 1 Oct 2026 – 31 Dec 2026" in words
    assert "20 Nov 2026, 10:05 UTC" in words
    assert RULE in words


def test_a_period_that_is_named_after_its_days_is_said_once(tmp_path: Path) -> None:
    days = "1 Oct 2026 – 31 Dec 2026"
    note = performance_note()
    record = canonical(note.content | {"period": note.content["period"] | {"name": days}})
    words = text_of(render(replace(note, record=record, digest=digest_of(record))), tmp_path)
    assert words.count(days) == 1


@both
def test_both_voices_stand_below_the_question_with_their_names(make: Maker, tmp_path: Path) -> None:
    words = text_of(render(make()), tmp_path)
    asked, first = words.index("What are you proud of?"), words.index("We answered sooner than ever.")
    assert asked < first < words.index("I saw the templates work.")
    assert "What was hard?" not in words
    assert "Nothing was noted under:" in words


@both
def test_commitments_digest_and_chain_close_the_note(make: Maker, tmp_path: Path) -> None:
    note = make()
    words = text_of(render(note), tmp_path)
    assert "Show the templates to the team Tomas Oyelaran 4 Dec 2026 open" in words
    assert "Ask for the holiday plan Mira Solberg no date open" in words
    assert note.digest in words
    assert CHAIN_HEAD in words
    assert f"OKR conversation · {note.digest[:16]}" in words or f"conversation · {note.digest[:16]}" in words


def test_an_okr_note_shows_levels_value_score_zone_learning_and_decision(tmp_path: Path) -> None:
    words = text_of(render(okr_note()), tmp_path)
    for part in (
        "Customers get help while it still matters",
        "Baseline Commit Target Stretch 9 hours 7 hours 5 hours 4 hours",
        "Levels written on 5 Oct 2026 · late, because: The measuring began late.",
        "5.1 hours",
        "confidence 6 of 10",
        "4.8 hours",
        "0.76 · target",
        "Templates beat shifts.",
        "Keep it",
        "The status page is public",
        "Milestone",
        "status.example.org",
    ):
        assert part in words


def test_a_performance_note_shows_facts_and_examples_but_no_score(tmp_path: Path) -> None:
    note = performance_note()
    words = text_of(render(note), tmp_path)
    for part in ("Median first reply 9 → 5.1 hours", "19 Nov 2026 Helpdesk", "Templates help.", "A hotel stood still"):
        assert part in words
    assert "No example was noted." in words
    before, _mine, answer = words.partition("Your answer")
    assert answer.count("score") == 1  # the question whether scores were used at all
    inside = before.replace(RULE, "") + note.record.decode().replace(RULE, "")
    for told in ("score", "zone", "confidence", "baseline", "stretch", "commit "):
        assert told not in inside.lower()


def test_the_two_kinds_are_two_documents(tmp_path: Path) -> None:
    pages = [text_of(render(make()), tmp_path) for make in (okr_note, performance_note)]
    assert pages[0].startswith("OKR conversation") and pages[1].startswith("Performance conversation")
    titles = [title_of(make(Spoken())).split(" · ")[0] for make in MAKERS]
    assert titles == ["OKR conversation", "Performance conversation"]


def test_a_correction_says_why_and_what_it_corrects(tmp_path: Path) -> None:
    before = digest_of(b"the first")
    sealing = replace(Spoken().sealing, revision=2, reason="The date\nwas wrong.", corrects_digest=before)
    words = text_of(render(okr_note(Spoken(sealing=sealing))), tmp_path)
    assert "Revision 2" in words
    assert "The date was wrong." in words
    assert before in words


@both
def test_the_record_is_attached_byte_for_byte(make: Maker, tmp_path: Path) -> None:
    note = make()
    with pikepdf.open(BytesIO(render(note))) as pdf:
        spec = pdf.attachments["record.json"]
        assert spec.get_file().read_bytes() == note.record
        assert spec.obj.AFRelationship == "/Source"
        assert pdf.Root.AF[0].objgen == spec.obj.objgen
        assert spec.get_file().mime_type == "application/json"


@both
def test_the_same_note_is_the_same_file(make: Maker) -> None:
    assert render(make()) == render(make())


@both
def test_the_file_is_sound_and_every_font_is_embedded(make: Maker, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(render(make(Spoken(employee_says="李小龙 العربية 😀 ✓ Ελένη"))))
    assert run("qpdf", "--check", path).returncode == 0
    fonts = run("pdffonts", path).stdout.splitlines()[2:]
    assert len(fonts) >= 5
    for line in fonts:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, with Unicode


@both
def test_it_is_an_archive_file_with_language_title_and_bookmarks(make: Maker) -> None:
    note = make(Spoken(language="de-AT"))
    with pikepdf.open(BytesIO(render(note))) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "B")
        assert meta["dc:title"] == title_of(note) == str(pdf.docinfo["/Title"])
        assert pdf.Root.Lang == "de-AT"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.N == 3
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        titles = [item.title for item in pdf.open_outline().root]
        assert titles[-4:] == ["Your view", "Commitments", "Signature", "Your answer"]


@both
def test_empty_fields_wait_for_the_manager_and_the_employee(make: Maker) -> None:
    with pikepdf.open(BytesIO(render(make()))) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert {name for name, field in fields.items() if field.FT == "/Sig"} == {
            "ManagerSignature",
            "EmployeeSignature",
            "WitnessSignature",
        }
        assert all(field.get("/V", "/Off") == "/Off" for field in fields.values())
        assert fields["WitnessSignature"].Lock.Action == fields["EmployeeSignature"].Lock.Action == "/All"
        assert fields["EmployeeSignature"].P.objgen == pdf.pages[-1].obj.objgen


def test_long_words_everywhere_lose_nothing(tmp_path: Path) -> None:
    endless = "".join(chr(ord("a") + number % 26) for number in range(2000))
    long = " ".join(f"word{number}" for number in range(2500))
    name = Person("e-1", "Wolfeschlegel" * 23 + "!", "Role " * 60, "", "t-1")
    promise = Commitment("p", UID, "e-1", long, name.name, date(2026, 1, 1))
    seen = Evidence("v", "e-1", "x-1", date(2026, 1, 1), long, endless, long)
    sealing: Sealing = replace(Spoken().sealing, revision=2, reason=long)
    spoken = Spoken(long, endless, employee=name, promises=[promise], sealing=sealing)
    words = text_of(render(performance_note(spoken, replace(GROUNDS, evidence=[seen]))), tmp_path)
    for number in range(2500):
        assert words.count(f"word{number}") >= 5
    joined = "".join(words.split())
    assert joined.count(endless) >= 1
    assert name.name in joined


def test_long_words_in_every_place_of_an_okr_note_flow_over_pages(tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(1500))
    (first, second) = discussed()
    assert first.reflection and second.check_in
    result = replace(first.key_result, late_reason=long, title="T" * 300, unit="u" * 300)
    reflection = replace(first.reflection, learning=long, source=long, rescore_reason=long)
    check_in = replace(second.check_in, source=long)
    entries = [replace(first, key_result=result, reflection=reflection), replace(second, check_in=check_in)]
    words = text_of(render(okr_note(results=entries)), tmp_path)
    assert words.count("word1499") == 5


def test_an_empty_note_is_still_a_note(tmp_path: Path) -> None:
    words = text_of(render(okr_note(Spoken("", "", promises=[]), results=[])), tmp_path)
    assert words.count("Nothing was noted under:") == 1
    assert "Signature" in words


def test_a_note_whose_vault_gave_no_chain_says_nothing_of_it(tmp_path: Path) -> None:
    assert "Seal chain" not in text_of(render(replace(okr_note(), chain_head="")), tmp_path)


def test_an_imported_record_without_optional_words_is_drawn(tmp_path: Path) -> None:
    employee = replace(EMPLOYEE, role="", email="", team_uid="")
    record = json.loads(okr_note(Spoken(employee=employee)).record)
    assert record["employee"]["role"] == ""
    assert "Tomas Oyelaran" in text_of(render(okr_note(Spoken(employee=employee))), tmp_path)


@both
@pytest.mark.parametrize("letter", ["W", "ש", "李", "i "])
def test_the_longest_names_fit_everywhere(make: Maker, letter: str, tmp_path: Path) -> None:
    name = (letter * 300)[:300].strip()
    note, places = make(), 0

    def lengthened(value: object, key: str = "") -> object:
        nonlocal places
        if isinstance(value, dict):
            return {key: lengthened(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [lengthened(part, key) for part in value]
        places += key in NAMES
        return name if key in NAMES else value

    record = canonical(lengthened(note.content))  # type: ignore[arg-type]
    validate(json.loads(record))
    long = replace(note, record=record, digest=digest_of(record))
    words = "".join(text_of(render(long), tmp_path).split())
    assert places >= 12
    assert words.count(letter.strip()) >= places * len("".join(name.split()))
