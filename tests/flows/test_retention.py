"""Rules of how long things are kept: what is due, and what goes once it is confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.flows.people.retention import change_rule, due, let_go, rules
from desktop.flows.talk.sealing import seal
from desktop.models.conversation import PrivateNote
from desktop.models.erasing import Basis, Erased, Hold
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.performance import Capture, Evidence
from desktop.models.problems import Problem
from desktop.models.retention import Subject, ends_on
from tests.world import World

LATER = date(2040, 1, 1)


@pytest.fixture
def kept(world: World) -> World:
    """A sealed note of each kind with a private note, a draft, and an example."""
    for kind, stage in ((Kind.OKR, Stage.CHECK_IN), (Kind.PERFORMANCE, Stage.REVIEW)):
        talk = world.start(kind, stage)
        world.say(talk, "The rota helped.")
        world.vault.conversations(kind).save_private_note(PrivateNote(talk.uid, talk.guide.sections[0].id, "Mine."))
        seal(world.vault, kind, talk.uid)
    world.start(Kind.OKR, Stage.CHECK_IN)
    world.vault.evidence.save_evidence(Evidence("seen", world.employee.uid, "", date(2026, 11, 2), "a", "b", "c"))
    return world


def test_nothing_is_due_at_first_and_everything_in_the_end(kept: World) -> None:
    assert due(kept.vault, date(2026, 12, 1)) == ()
    found = [each.subject for each in due(kept.vault, LATER)]
    assert sorted(found) == sorted([*Subject, Subject.PRIVATE_NOTE])


def test_a_changed_rule_holds_and_no_number_is_refused(kept: World) -> None:
    change_rule(kept.vault, Subject.EVIDENCE, "", "Our works council")
    assert Subject.EVIDENCE not in [each.subject for each in due(kept.vault, LATER)]
    rule = next(rule for rule in rules(kept.vault) if rule.subject is Subject.EVIDENCE)
    assert (rule.months, rule.source) == (None, "Our works council")
    for nonsense in ("0", "-1", "two", "1201", "1.5"):
        with pytest.raises(Problem, match="whole number of months"):
            change_rule(kept.vault, Subject.EVIDENCE, nonsense, "")


def test_a_hold_keeps_everything_of_its_person(kept: World) -> None:
    kept.vault.rights.hold(Hold(new_uid(), kept.employee.uid, "A claim", now()))
    assert due(kept.vault, LATER) == ()


def test_what_was_confirmed_goes_and_the_rest_is_in_order(kept: World) -> None:
    assert let_go(kept.vault, due(kept.vault, LATER)) == ()
    for kind in Kind:
        assert kept.vault.notes(kind).notes() == ()
        assert kept.vault.conversations(kind).conversations() == ()
    assert kept.employee in kept.vault.people.people()
    assert kept.vault.check() == ()
    (told,) = kept.vault.rights.protocol()
    assert (told.basis, told.person_uid, told.counts[Erased.NOTE]) == (Basis.RETENTION, "", 2)


def test_private_notes_alone_can_go(kept: World) -> None:
    chosen = [each for each in due(kept.vault, LATER) if each.subject is Subject.PRIVATE_NOTE]
    let_go(kept.vault, chosen)
    assert len(kept.vault.notes(Kind.OKR).notes()) == 1
    assert kept.vault.check() == ()


def test_a_begun_correction_goes_with_its_observation(kept: World) -> None:
    store, seen = kept.vault.evidence, ("seen", "other")
    store.save_evidence(replace(store.observation("seen"), uid="other", observed_on=LATER))
    for uid in seen:
        store.save_capture(Capture(uid, kept.employee.uid, behaviour="more words"))
    let_go(kept.vault, [each for each in due(kept.vault, date(2035, 1, 1)) if each.subject is Subject.EVIDENCE])
    assert [store.capture(uid) is None for uid in seen] == [True, False]
    store.delete_evidence("other")
    assert store.capture("other") is None


def test_months_end_on_a_day_that_there_is() -> None:
    assert ends_on(date(9999, 12, 31), 0) == ends_on(date(9999, 6, 1), 48) == date.max
    assert ends_on(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert ends_on(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert ends_on(date(2026, 11, 30), 1) == date(2026, 12, 30)
