"""One journey, told once and walked twice: through the presenters and through the real windows."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from desktop.documents.judging.schema import read_record, validate
from desktop.documents.signing.answer import read_reply
from desktop.selftest import journey
from desktop.selftest.journey import Walked
from tests.driver import PresenterDriver


@pytest.fixture(scope="module")
def by_presenters(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    driver = PresenterDriver(tmp_path_factory.mktemp("presenters"))
    walked = journey.walk(driver, date.today())
    driver.house.vault.close()
    return walked


@pytest.fixture(scope="module")
def by_windows(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    from desktop.selftest.run import run

    out = tmp_path_factory.mktemp("windows")
    assert run(out) == 0
    return out


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


def test_both_notes_are_signed_and_unaltered(by_presenters: Walked) -> None:
    assert by_presenters.verdicts == ("good", "good", "good")


def test_the_answer_comes_home_and_its_key_is_compared(by_presenters: Walked) -> None:
    assert by_presenters.arrival == "Signed by someone unknown"
    assert read_reply(by_presenters.answered_note.read_bytes()).comment == journey.ANSWERED


def test_the_okr_note_holds_what_was_said_and_its_correction(by_presenters: Walked) -> None:
    record = json.loads(read_record(by_presenters.okr_note.read_bytes()))
    validate(record)
    assert record["note"]["revision"] == 2
    result = record["key_results"][0]
    assert (result["check_in"]["value"], result["check_in"]["confidence"]) == ("5.1", 7)
    text = text_of(by_presenters.okr_note)
    for words in (journey.SAID, journey.KEY_RESULT, "weekend rota", "hand-over list was written with Lena", "Stretch"):
        assert words in text


def test_the_performance_note_cites_facts_and_no_score(by_presenters: Walked) -> None:
    record = json.loads(read_record(by_presenters.performance_note.read_bytes()))
    validate(record)
    assert record["objectives"][0]["facts"][0]["latest"] == "5.1"
    everything = text_of(by_presenters.performance_note) + json.dumps(record, ensure_ascii=False)
    assert journey.NEUTRAL_NAME in everything and journey.EXPECTATION in everything
    for secret in (journey.KEY_RESULT, "0.68", "commit", "stretch", "confidence"):
        assert not re.search(rf"\b{re.escape(secret)}\b", everything, re.IGNORECASE), secret


def test_no_private_note_leaves(by_presenters: Walked) -> None:
    for note in (by_presenters.okr_note, by_presenters.performance_note):
        data = note.read_bytes()
        assert journey.PRIVATE not in text_of(note)
        assert journey.PRIVATE.encode() not in read_record(data)


def test_the_windows_lead_to_the_same_notes(by_windows: Path, by_presenters: Walked) -> None:
    pairs = ((by_windows / "okr-note.pdf", by_presenters.okr_note),)
    pairs += ((by_windows / "performance-note.pdf", by_presenters.performance_note),)
    for seen, plain in pairs:
        assert said(seen) == said(plain)


def test_every_screen_has_its_picture(by_windows: Path) -> None:
    names = {path.stem.split("-", 1)[1] for path in (by_windows / "screens").glob("[0-9]*.png")}
    wanted = {"first-run", "home", "people", "person", "okrs", "review-okr", "review-performance", "note-okr"}
    wanted |= {"respond-read", "respond-answer", "respond-done", "note-answered"}
    wanted |= {"passphrase", "recovery-key", "search", "backups", "retention", "rights", "locked"}
    wanted |= {"note-performance", "notes", "verify", "settings", "conversation-okr-check-in"}
    assert wanted <= names


def said(pdf: Path) -> object:
    """Return what a note says, without the moments and identifiers that differ each time."""
    record = json.loads(read_record(pdf.read_bytes()))
    for key in ("note", "sealed_at", "manager", "employee"):
        record.pop(key)
    for result in record.get("key_results", ()):
        result.pop("uid")
    return record
