"""Conversations of both kinds, their words and their commitments."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.models.conversation import Commitment, PrivateNote, Promise, State, Voice
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, answer_of, begin, note_of, sealed, talk_of

pytestmark = pytest.mark.parametrize("kind", Kind)


def test_a_conversation_comes_back_with_the_wording_it_is_asked_in(vault: Vault, kind: Kind) -> None:
    talk = begin(vault, kind)
    assert vault.conversations(kind).conversation("talk") == talk
    other = next(each for each in Kind if each is not kind)
    assert vault.conversations(other).conversations() == ()


def test_conversations_are_found_by_person_and_state_newest_day_first(vault: Vault, kind: Kind) -> None:
    store = vault.conversations(kind)
    old = replace(talk_of(kind, "old"), held_on=date(2026, 1, 1))
    new = talk_of(kind, "new")
    for talk in (old, new):
        store.add(talk)
    sealed(vault, kind, "done")
    assert [talk.uid for talk in store.conversations()][-1] == "old"
    assert store.conversations(EMPLOYEE.uid, State.DRAFT) == (new, old)
    assert [talk.uid for talk in store.conversations(state=State.SEALED)] == ["done"]
    assert store.conversations("mira") == ()


def test_a_draft_is_resumed_where_it_was_left(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    vault.conversations(kind).set_step("talk", 4)
    vault.conversations(kind).set_held_on("talk", date(2026, 12, 1))
    talk = vault.conversations(kind).conversation("talk")
    assert (talk.step, talk.held_on) == (4, date(2026, 12, 1))


def test_each_field_keeps_its_newest_words(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    store = vault.conversations(kind)
    manager = replace(answer_of(text="I saw it."), voice=Voice.MANAGER)
    about = replace(answer_of(text="of one"), subject="result")
    for answer in (answer_of(text="later"), manager, about, replace(about, text="")):
        store.save_answer(answer)
    assert set(store.answers("talk")) == {answer_of(text="later"), manager, replace(about, text="")}


def test_private_notes_are_kept_by_section(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    newer = PrivateNote("talk", "talk", "Ask alone.")
    vault.conversations(kind).save_private_note(newer)
    assert vault.conversations(kind).private_notes("talk") == (newer,)


def test_words_need_a_conversation(vault: Vault, kind: Kind) -> None:
    with pytest.raises(Refused, match="not in the vault"):
        vault.conversations(kind).save_answer(answer_of("nowhere"))
    with pytest.raises(Problem, match="no longer has"):
        vault.conversations(kind).set_step("nowhere", 1)


def test_commitments_keep_their_order_and_can_be_taken_out(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    store = vault.conversations(kind)
    second = Commitment("a", "talk", EMPLOYEE.uid, "Write it down", "Tomas Oyelaran", None)
    store.save_commitment(second)
    assert [each.uid for each in store.commitments("talk")] == ["talk-promise", "a"]
    store.delete_commitment("talk-promise")
    assert store.commitments("talk") == (second,)


def test_a_promise_is_settled_after_sealing(vault: Vault, kind: Kind) -> None:
    sealed(vault, kind)
    store = vault.conversations(kind)
    assert [each.uid for each in store.open_commitments(EMPLOYEE.uid)] == ["talk-promise"]
    store.set_promise("talk-promise", Promise.KEPT)
    assert store.open_commitments(EMPLOYEE.uid) == ()
    assert store.commitments("talk")[0].state is Promise.KEPT
    with pytest.raises(Refused, match="sealed"):
        store.delete_commitment("talk-promise")


def test_a_sealed_correction_replaces_the_promises_it_copied(vault: Vault, kind: Kind) -> None:
    first = sealed(vault, kind)
    store = vault.conversations(kind)
    draft = replace(talk_of(kind, "again"), corrects=first.uid, reason="A name was wrong.")
    store.add(draft)
    store.save_commitment(replace(store.commitments("talk")[0], uid="copy", conversation_uid="again"))
    assert {each.uid for each in store.open_commitments(EMPLOYEE.uid)} == {"talk-promise", "copy"}
    vault.notes(kind).seal(note_of(draft, series=first.series, revision=2))
    assert {each.uid for each in store.open_commitments(EMPLOYEE.uid)} == {"copy"}


def test_a_discarded_draft_leaves_nothing(vault: Vault, kind: Kind) -> None:
    begin(vault, kind)
    store = vault.conversations(kind)
    store.discard("talk")
    assert (store.answers("talk"), store.private_notes("talk"), store.commitments("talk")) == ((), (), ())
    assert store.conversations() == ()
