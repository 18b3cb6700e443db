"""Write down a moment: kept from the first letter, refused with a reason, nothing lost."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.flows.okr.publishing import share
from desktop.models.performance import Capture, Evidence, Expectation, Leaning, Sense, Topic
from desktop.presenters.performance.capture import CapturePresenter
from desktop.presenters.performance.moments import PAGE, moments_of
from tests.world import TODAY, World


@pytest.fixture
def form(world: World) -> CapturePresenter:
    made = CapturePresenter(world.vault, lambda: TODAY)
    made.open(world.employee.uid)
    return made


def seen(world: World) -> tuple[Evidence, ...]:
    return world.vault.evidence.evidence(world.employee.uid, date.min, date.max)


def test_the_least_is_a_person_a_day_and_what_was_done(world: World, form: CapturePresenter) -> None:
    form.type("behaviour", ' Wrote the list <b>&" عربي ')
    screen = form.keep()
    assert screen.kept == f"Kept: {world.employee.name}, 20 Nov 2026."
    (kept,) = seen(world)
    assert (kept.behaviour, kept.observed_on, kept.situation) == ('Wrote the list <b>&" عربي', TODAY, "")
    assert kept.recorded_at is not None


def test_everything_that_can_be_said_is_kept(world: World, form: CapturePresenter) -> None:
    share(world.vault.okrs, world.key_result.uid)
    world.vault.evidence.save_expectation(Expectation("e", world.employee.uid, "Writes things down"))
    screen = form.choose("leaning", "developmental")
    assert [label for _key, label in screen.facts] == ["No key result", "Median first reply"]
    for name, key in (("sense", "heard"), ("expectation_uid", "e"), ("fact_uid", world.key_result.uid)):
        form.choose(name, key)
    form.choose("topic", "focus")
    for name, text in (("situation", "Rota"), ("behaviour", "Wrote a list"), ("impact", "No gap")):
        form.type(name, text)
    form.type("observed_on", "3.10.2026")
    form.keep()
    (kept,) = seen(world)
    assert (kept.leaning, kept.sense, kept.topic) == (Leaning.DEVELOPMENTAL, Sense.HEARD, Topic.FOCUS)
    assert (kept.expectation_uid, kept.fact_uid, kept.observed_on) == ("e", world.key_result.uid, date(2026, 10, 3))


def test_a_day_long_ago_is_asked_for_once_more(world: World, form: CapturePresenter) -> None:
    form.type("behaviour", "Wrote a list")
    for typed in ("2016-11-20", "1926-11-20"):
        form.type("observed_on", typed)
        assert "more than two years back" in form.keep().errors["observed_on"]
        assert seen(world) == ()
    assert form.keep().kept
    assert world.vault.evidence.latest(world.employee.uid, 1)[0].observed_on == date(1926, 11, 20)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("observed_on", "2026-11-21", "still to come"),
        ("observed_on", "yesterday", "day"),
        ("behaviour", " \n", "What did you see or hear?"),
        ("behaviour", "\u200b\u2060\x00", "What did you see or hear?"),
        ("behaviour", "x" * 100_001, "shorten"),
        ("situation", "x" * 100_001, "shorten"),
        ("impact", "x" * 100_001, "shorten"),
        ("person_uid", "", "Whom"),
    ],
)
def test_what_cannot_be_kept_says_why_and_stays(
    world: World, form: CapturePresenter, name: str, text: str, words: str
) -> None:
    form.type("behaviour", "Wrote a list")
    form.type(name, text)
    screen = form.keep()
    assert words in screen.errors[name] and screen.kept == ""
    assert getattr(screen.typed, name) == text
    assert seen(world) == ()


def test_what_was_begun_is_there_again_whoever_is_on_the_screen(world: World, form: CapturePresenter) -> None:
    form.type("situation", "The night of the outage")
    assert world.vault.writer.flush(5)
    again = CapturePresenter(world.vault, lambda: TODAY).open("somebody else")
    assert (again.typed.situation, again.typed.person_uid) == ("The night of the outage", world.employee.uid)
    assert form.clear().typed == Capture(person_uid=world.employee.uid, observed_on="2026-11-20")
    assert CapturePresenter(world.vault, lambda: TODAY).open().typed.situation == ""


def test_a_kept_moment_leaves_no_draft(world: World, form: CapturePresenter) -> None:
    form.type("behaviour", "Wrote a list")
    form.keep()
    assert world.vault.evidence.capture("") is None


def test_a_moment_is_corrected_and_deleted(world: World, form: CapturePresenter) -> None:
    form.type("behaviour", "Wrote a list")
    form.keep()
    (kept,) = seen(world)
    screen = form.open(uid=kept.uid)
    assert (screen.typed.behaviour, screen.can_delete) == ("Wrote a list", True)
    form.type("behaviour", "Wrote two lists")
    assert form.open().typed.behaviour == ""  # the correction that was begun is no new moment
    assert form.open(uid=kept.uid).typed.behaviour == "Wrote two lists"
    form.keep()
    assert [replace(each, behaviour="") for each in seen(world)] == [replace(kept, behaviour="")]
    assert seen(world)[0].behaviour == "Wrote two lists"
    form.open(uid=kept.uid)
    assert form.delete().kept.startswith("Deleted.")
    assert seen(world) == ()


def test_many_moments_are_shown_in_parts(world: World) -> None:
    store = world.vault.evidence
    for at in range(PAGE + 3):
        store.save_evidence(Evidence(f"{at:03}", world.employee.uid, "", TODAY, "", f"Did {at}", ""))
    shown = moments_of(store, world.employee.uid, PAGE, TODAY)
    assert (shown.count, len(shown.rows), shown.more) == ("13 moments", PAGE, "Show 3 more")
    assert shown.rows[0].words == "Did 12"
    assert moments_of(store, world.employee.uid, 2 * PAGE, TODAY).more == ""
