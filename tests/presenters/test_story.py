"""The timeline of two people: everything that happened, of both kinds or of one."""

from datetime import timedelta

from desktop.flows.okr.publishing import share
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Answer, Commitment, Voice
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.note import digest_of
from desktop.models.performance import Evidence
from desktop.models.preparation import SheetMade, SheetReturned
from desktop.models.response import Arrival, Decline, Handover, Rebuttal, Response, Way
from desktop.presenters.destination import Place
from desktop.presenters.people.story import story_of
from desktop.wording import day
from tests.world import TODAY, World


def told(world: World, view: str = "", shown: int = 50) -> list[tuple[str, str]]:
    rows = story_of(world.vault, world.employee, view, shown).rows
    return [(row.kind, row.words) for row in rows]


def happen(world: World) -> None:
    """Hold both kinds of talk, with a commitment, a note on its way, and a moment."""
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        store = world.vault.conversations(kind)
        owner = world.employee.name
        store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, f"Promise {kind}", owner, TODAY))
        world.say(talk, "Said")
        note = seal(world.vault, kind, talk.uid)
        world.vault.responses(kind).hand_over(Handover(new_uid(), note.uid, now()))
    earlier = TODAY - timedelta(days=30)
    world.vault.evidence.save_evidence(Evidence("e", world.employee.uid, "", earlier, "Rota", "Wrote a list", ""))


def test_everything_stands_there_newest_first(world: World) -> None:
    happen(world)
    found = told(world)
    assert {words for _kind, words in found} >= {
        "Promise okr",
        "Promise performance",
        "Note given to Tomas",
        "Performance conversation",
        "OKR conversation · Check-in",
        "Wrote a list",
    }
    assert found[-1] == ("performance", "Wrote a list")


def test_all_that_happens_to_a_note_and_around_a_talk_has_its_own_line(world: World) -> None:
    talk, sheets = world.start(Kind.PERFORMANCE, Stage.REVIEW), world.vault.preparation
    sheets.add_made(SheetMade("mark", talk.uid, now(), "sheet.pdf"))
    sheets.set_sent("mark", TODAY - timedelta(days=3))
    sheets.add_returned(SheetReturned("r", talk.uid, "mark", now(), None, "back.pdf", "0" * 64, "{}", b"%PDF"))
    world.say(talk, "Said")
    note, responses = seal(world.vault, Kind.PERFORMANCE, talk.uid), world.vault.responses(Kind.PERFORMANCE)
    responses.hand_over(Handover(new_uid(), note.uid, now()))
    responses.add_decline(Decline(new_uid(), note.uid, TODAY, "", "", "", now()))
    for arrival in (Arrival.WITNESSED, Arrival.ANSWERED):
        answer = Response(
            new_uid(),
            note.uid,
            Way.FILE,
            arrival,
            "disagree",
            "",
            None,
            "",
            "",
            None,
            now(),
            "a.pdf",
            b"",
            arrival.encode(),
        )
        responses.add_response(answer)
    words = b"My own words"
    responses.add_rebuttal(Rebuttal(new_uid(), note.uid, "own.txt", digest_of(words), len(words), now(), words))
    found = {words for _kind, words in told(world, "performance")}
    assert found >= {
        "Preparation sheet for Tomas made",
        "Preparation sheet given to Tomas",
        "Preparation sheet of Tomas came back",
        "Note given to Tomas",
        "Tomas did not want to sign",
        "A witness signed that the note was offered to Tomas",
        "Answer of Tomas: Disagrees, answered, not signed",
        "Statement of Tomas attached",
    }
    assert told(world, "okr") == []


def test_within_a_day_the_newest_stands_first_whatever_it_is_called(world: World) -> None:
    talk, sheets, today = (
        world.start(Kind.PERFORMANCE, Stage.REVIEW),
        world.vault.preparation,
        now().astimezone().date(),
    )
    store = world.vault.conversations(Kind.PERFORMANCE)
    store.set_held_on(talk.uid, today)
    store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, "Ask more", world.employee.name, TODAY))
    world.vault.evidence.save_evidence(Evidence("e", world.employee.uid, "", today, "Rota", "Wrote a list", ""))
    sheets.add_made(SheetMade("mark", talk.uid, now(), "sheet.pdf"))
    sheets.set_sent("mark", today)
    world.say(talk, "Said")
    note, responses = seal(world.vault, Kind.PERFORMANCE, talk.uid), world.vault.responses(Kind.PERFORMANCE)
    responses.hand_over(Handover(new_uid(), note.uid, now()))
    responses.add_response(
        Response(
            new_uid(), note.uid, Way.FILE, Arrival.SIGNED, "agree", "", None, "", "", None, now(), "a.pdf", b"", b"%PDF"
        )
    )
    assert [words for _kind, words in told(world)] == [
        "Answer of Tomas: Agrees, answered and signed",
        "Note given to Tomas",
        "Ask more",
        "Performance conversation",
        "Preparation sheet given to Tomas",
        "Preparation sheet for Tomas made",
        "Wrote a list",
    ]


def test_it_says_of_which_talk_the_note_is(world: World) -> None:
    happen(world)
    given = now().astimezone().date()
    rows = story_of(world.vault, world.employee, "okr", 50).rows
    detail = next(row.detail for row in rows if row.words == "Note given to Tomas")
    assert detail == f"{day(given)} · OKR conversation · Check-in · 20 Nov 2026"


def test_a_decline_stands_on_the_day_that_was_said(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Said")
    note = seal(world.vault, Kind.OKR, talk.uid)
    said = TODAY + timedelta(days=1)
    world.vault.responses(Kind.OKR).add_decline(Decline(new_uid(), note.uid, said, "", "", "", now()))
    rows = story_of(world.vault, world.employee, "", 50).rows
    assert [row.on for row in rows if row.words == "Tomas did not want to sign"] == [said]


def test_each_view_tells_its_own_kind_alone(world: World) -> None:
    happen(world)
    assert {kind for kind, _words in told(world, "okr")} == {"okr"}
    assert {kind for kind, _words in told(world, "performance")} == {"performance"}


def test_the_performance_view_has_no_score_and_the_okr_view_no_rating(world: World) -> None:
    share(world.vault.okrs, world.key_result.uid)
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.vault.conversations(Kind.PERFORMANCE).save_answer(Answer(talk.uid, "e", "x", Voice.RATING, "Solid"))
    happen(world)
    assert "Solid" not in repr(story_of(world.vault, world.employee, "okr", 50))
    performance = repr(story_of(world.vault, world.employee, "performance", 50))
    for secret in ("half a day", "Promise okr", "5 hours"):
        assert secret not in performance


def test_a_long_story_is_told_in_parts_and_leads_to_its_places(world: World) -> None:
    happen(world)
    story = story_of(world.vault, world.employee, "", 2)
    assert (len(story.rows), story.more) == (2, "Show more")
    places = {row.destination.place for row in story_of(world.vault, world.employee, "", 50).rows}
    assert places == {Place.NOTE, Place.REVIEW, Place.CAPTURE}
