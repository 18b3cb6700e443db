"""The sheet goes out and comes back: kept as it came, the newest one counts, and nothing wrong gets in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.flows.okr.publishing import share
from desktop.flows.people.access import export_access
from desktop.flows.people.erasing import erase_person, preview
from desktop.flows.performance.preparing import MadeAt, make_sheet
from desktop.flows.performance.sheet_return import SheetArrival, examine_sheet, keep_sheet, sheet_here
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Conversation
from desktop.models.erasing import Basis
from desktop.models.guide import Kind, Stage
from desktop.models.performance import Expectation
from desktop.models.preparation import Timing, asked, newest, said_of, sent_between, timing
from desktop.models.problems import Problem
from desktop.storage.person_rows import rows_about
from tests.documents.sheets import filled
from tests.documents.tools import text_of, validators
from tests.world import World


@pytest.fixture
def talk(world: World) -> Conversation:
    return world.start(Kind.PERFORMANCE, Stage.REVIEW)


@pytest.fixture
def made(world: World, talk: Conversation, tmp_path: Path) -> MadeAt:
    return make_sheet(world.vault, talk.uid, tmp_path)


Back = Callable[..., SheetArrival]


@pytest.fixture
def back(world: World, made: MadeAt) -> Back:
    def keep(text: str, changed: str = "") -> SheetArrival:
        data = filled(made.path.read_bytes(), {"answer-0": text}, changed)
        return keep_sheet(world.vault, examine_sheet(world.vault, data, "back.pdf")).arrival

    return keep


def test_it_asks_what_is_for_the_employee_and_stops_before_the_agreements(talk: Conversation) -> None:
    ids = [prompt.id for prompt in asked(talk.guide)]
    assert ids[:4] == ["proud", "hard", "should-know", "impact"]
    assert {"goal", "will", "unclear"} <= set(ids)
    assert not {"purpose", "rule", "expectations", "agreements", "summary", "next"} & set(ids)


def test_a_second_one_lies_beside_the_first_and_both_are_known(world: World, talk: Conversation, made: MadeAt) -> None:
    again = make_sheet(world.vault, talk.uid, made.path.parent)
    assert again.path != made.path
    assert made.path.exists()
    assert [each.uid for each in world.vault.preparation.made(talk.uid)] == [made.sheet.uid, again.sheet.uid]
    assert sheet_here(world.vault, made.path.read_bytes()) == made.sheet


def test_the_words_are_kept_as_they_came(world: World, talk: Conversation, back: Back) -> None:
    words = "  Łódź <b>&\n\nmy  own words "
    assert back(words) is SheetArrival.FIRST
    (kept,) = world.vault.preparation.returned(talk.uid)
    assert said_of(kept.said).answers == {"proud": words.strip()}
    assert kept.pdf.startswith(b"%PDF-")
    assert back(words) is SheetArrival.KNOWN


def test_the_one_written_last_counts_and_the_other_is_kept(world: World, talk: Conversation, back: Back) -> None:
    assert back("First", "D:20261118120000Z") is SheetArrival.FIRST
    assert back("Before that", "D:20261117120000Z") is SheetArrival.OLDER
    assert back("After that", "D:20261119120000Z") is SheetArrival.NEWER
    every = world.vault.preparation.returned(talk.uid)
    shown = newest(every)
    assert len(every) == 3
    assert shown is not None
    assert "After that" in shown.said


def test_a_clock_that_runs_ahead_does_not_hold_its_place_for_ever(world: World, talk: Conversation, back: Back) -> None:
    assert back("From the future", "D:20990101000000Z") is SheetArrival.FIRST
    assert back("Later") is SheetArrival.NEWER


def test_an_empty_one_is_told_and_not_kept(world: World, talk: Conversation, made: MadeAt) -> None:
    home = keep_sheet(world.vault, examine_sheet(world.vault, made.path.read_bytes(), "back.pdf"))
    assert home.arrival is SheetArrival.EMPTY
    assert world.vault.preparation.returned(talk.uid) == ()


def test_another_talk_or_another_vault_does_not_take_it(world: World, made: MadeAt, tmp_path: Path) -> None:
    other = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    data = filled(made.path.read_bytes(), {"answer-0": "x"})
    with pytest.raises(Problem, match="another conversation"):
        examine_sheet(world.vault, data, "back.pdf", other.uid)
    world.vault.conversations(Kind.PERFORMANCE).discard(made.sheet.conversation_uid)
    with pytest.raises(Problem, match="no preparation sheet of this vault"):
        examine_sheet(world.vault, data, "back.pdf")


def test_a_sealed_talk_takes_no_sheet_and_keeps_those_it_has(world: World, talk: Conversation, back: Back) -> None:
    back("Before")
    world.say(talk, "Said")
    seal(world.vault, Kind.PERFORMANCE, talk.uid)
    with pytest.raises(Problem, match="sealed"):
        back("After")
    with pytest.raises(Problem, match="sealed"):
        make_sheet(world.vault, talk.uid, world.vault.folder)
    assert len(world.vault.preparation.returned(talk.uid)) == 1


def test_it_goes_with_a_discarded_draft(world: World, talk: Conversation, back: Back) -> None:
    back("Words")
    world.vault.conversations(Kind.PERFORMANCE).discard(talk.uid)
    assert world.vault.preparation.returned(talk.uid) == ()
    assert world.vault.preparation.made(talk.uid) == ()


def test_the_person_gets_the_words_with_what_is_held(world: World, back: Back, tmp_path: Path) -> None:
    back("My own words")
    rows = rows_about(world.vault.path, world.vault.key, world.employee.uid)
    assert "My own words" in rows["perf_sheet_returned"][0]["said"]
    assert export_access(world.vault, world.employee.uid, tmp_path, "four words and more").exists()


def test_nothing_of_the_vault_is_in_the_file_but_what_it_shows(world: World, tmp_path: Path) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    data = make_sheet(world.vault, talk.uid, tmp_path).path.read_bytes()
    for secret in (talk.uid, world.employee.uid, world.manager.uid, world.employee.email):
        assert secret.encode() not in data
    assert b"EmbeddedFile" not in data


def test_the_days_before_a_talk() -> None:
    held = date(2026, 11, 20)
    days = {17: Timing.NOW, 16: Timing.EARLY, 18: Timing.NOW, 19: Timing.LATE, 20: Timing.PAST, 21: Timing.PAST}
    assert {on: timing(held, replace_day(held, on)) for on in days} == days
    assert timing(date.min, held) is Timing.PAST
    assert sent_between(date(1, 1, 3)) == (date.min, date.min)


def replace_day(held: date, on: int) -> date:
    return held.replace(day=on)


def test_what_the_role_asks_stands_on_the_sheet(world: World, talk: Conversation, tmp_path: Path) -> None:
    world.vault.evidence.save_expectation(Expectation("e", world.employee.uid, "Writes things down"))
    made = make_sheet(world.vault, talk.uid, tmp_path)
    assert "Writes things down" in text_of(made.path.read_bytes(), tmp_path)
    assert [judge(made.path) for judge in validators()] == ["" for _ in validators()]


def test_no_score_and_no_level_is_on_the_sheet(world: World, talk: Conversation, tmp_path: Path) -> None:
    share(world.vault.okrs, world.key_result.uid)
    shown = text_of(make_sheet(world.vault, talk.uid, tmp_path).path.read_bytes(), tmp_path)
    assert "Median first reply" in shown
    assert world.key_result.title not in shown
    for word in ("score 0", "0.3", "0.7", "confidence", "commit", "stretch", "target"):
        assert word not in shown.casefold()


def test_it_goes_with_the_person(world: World, back: Back) -> None:
    back("My own words")
    assert preview(world.vault, world.employee.uid).counts["perf_sheet_returned"] == 1
    erase_person(world.vault, world.employee.uid, Basis.REQUEST, world.employee.name)
    rows = rows_about(world.vault.path, world.vault.key, world.employee.uid)
    assert not any("sheet" in table for table in rows)
    assert world.vault.check() == ()
