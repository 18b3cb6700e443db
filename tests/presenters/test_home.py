"""The home screen without pixels."""

from datetime import date, timedelta
from pathlib import Path

from desktop.flows.talk.sealing import seal
from desktop.models.conversation import Commitment
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.people import Person
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Tone
from desktop.presenters.people.home import HomePresenter
from desktop.presenters.talk.steps import place_of, steps_of
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY
from tests.world import TODAY, World


def home(world: World, today: date = TODAY) -> HomePresenter:
    return HomePresenter(world.vault, lambda: today)


def test_an_empty_vault_suggests_the_first_person(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "empty", VAULT_KEY)
    vault.profile.set_me(Person(new_uid(), "Mira Solberg"))
    shown = HomePresenter(vault, lambda: TODAY).open()
    assert shown.title == "Hello, Mira"
    assert shown.suggestion is not None
    assert shown.suggestion.destination == Destination(Place.PEOPLE, path="add")
    assert shown.drafts == shown.promises == shown.notes == ()
    vault.close()


def test_a_draft_is_offered_where_it_was_left(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    first = len(talk.guide.sections[0].prompts)
    place = place_of(talk.guide, steps_of(talk.guide, ()), first)
    world.vault.conversations(Kind.OKR).set_step(talk.uid, place)
    shown = home(world).open()
    row = shown.drafts[0]
    assert (row.person, row.kind) == ("Tomas Oyelaran", "okr")
    assert row.state == f"Section 2 of {len(talk.guide.sections)}: {talk.guide.sections[1].title}"
    assert row.destination == Destination(Place.CONVERSATION, talk.uid, "okr")
    assert shown.suggestion is None  # the draft is the next step


def test_what_is_due_soon_or_overdue_stands_here_and_can_be_settled(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    store = world.vault.conversations(Kind.OKR)
    for text, due in (
        ("later", TODAY + timedelta(days=15)),
        ("soon", TODAY + timedelta(days=14)),
        ("late", TODAY - timedelta(days=1)),
        ("some day", None),
    ):
        store.save_commitment(Commitment(new_uid(), talk.uid, world.employee.uid, text, "Tomas", due))
    seal(world.vault, Kind.OKR, talk.uid)
    presenter = home(world)
    rows = presenter.open().promises
    assert [(row.text, row.overdue) for row in rows] == [("late", True), ("soon", False)]
    assert "was due 19 Nov 2026" in rows[0].detail
    assert [row.text for row in presenter.settle("okr", rows[0].uid, "dropped").promises] == ["soon"]


def test_of_many_commitments_the_most_urgent_are_shown(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    for n in range(20):
        due = TODAY - timedelta(days=n)
        world.vault.conversations(Kind.OKR).save_commitment(
            Commitment(new_uid(), talk.uid, world.employee.uid, f"promise {n}", "Tomas", due)
        )
    seal(world.vault, Kind.OKR, talk.uid)
    shown = home(world).open()
    assert [row.text for row in shown.promises] == [f"promise {n}" for n in range(19, 11, -1)]
    assert "8 of 20" in shown.promises_hint


def test_notes_lately_sealed_stand_here(world: World) -> None:
    talk = world.start(Kind.PERFORMANCE, Stage.REVIEW)
    world.say(talk, "words")
    note = seal(world.vault, Kind.PERFORMANCE, talk.uid)
    assert [row.destination.uid for row in home(world).open().notes] == [note.uid]


def test_whoever_waits_longest_is_suggested(world: World) -> None:
    never = home(world).open().suggestion
    assert never is not None and "not talked with Tomas here yet" in never.text
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "words")
    seal(world.vault, Kind.OKR, talk.uid)
    assert home(world, TODAY + timedelta(days=27)).open().suggestion is None
    later = home(world, TODAY + timedelta(weeks=5, days=3)).open().suggestion
    assert later is not None
    assert "Tomas for 5 weeks" in later.text
    assert later.destination == Destination(Place.PERSON, world.employee.uid)


def test_a_clock_that_was_set_back_is_told(world: World) -> None:
    talk = world.start(Kind.OKR, Stage.CHECK_IN)
    world.say(talk, "Two new tools.")
    assert home(world, date(2020, 1, 1)).open().notice is None
    seal(world.vault, Kind.OKR, talk.uid)
    assert home(world, now().astimezone().date()).open().notice is None
    notice = home(world, date(2020, 1, 1)).open().notice
    assert notice is not None and notice.tone is Tone.WARN
    assert "2020" in notice.text and "set the clock" in notice.text
