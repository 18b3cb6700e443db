"""Sealing, importing and keeping exports."""

import hashlib
from dataclasses import replace

import pytest

from desktop.models.conversation import State
from desktop.models.guide import Kind
from desktop.models.note import Note
from desktop.models.problems import Problem
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import answer_of, begin, note_of, outside, sealed, talk_of


@pytest.mark.parametrize("kind", Kind)
def test_sealing_gives_the_note_its_place_in_the_chain(vault: Vault, kind: Kind) -> None:
    note = sealed(vault, kind)
    assert len(note.chain_head) == 64
    assert note == replace(note_of(talk_of(kind)), chain_head=note.chain_head)
    assert vault.notes(kind).note(note.uid) == note
    assert vault.conversations(kind).conversation("talk").state is State.SEALED


def test_each_head_holds_the_one_before(vault: Vault) -> None:
    sealed(vault, Kind.OKR, "first")
    second = sealed(vault, Kind.PERFORMANCE, "second")
    rows = outside(vault).execute("SELECT seq, kind, prev, hash FROM core_seal ORDER BY seq").fetchall()
    assert [row[:2] for row in rows] == [(1, "conversation"), (2, "note"), (3, "conversation"), (4, "note")]
    assert [row[2] for row in rows] == ["", *(row[3] for row in rows[:3])]
    assert second.chain_head == rows[3][3]


def test_a_conversation_is_sealed_once(vault: Vault) -> None:
    sealed(vault, Kind.OKR)
    with pytest.raises(Refused, match="sealed already"):
        vault.notes(Kind.OKR).seal(note_of(talk_of(Kind.OKR), uid="second", series="second"))
    assert len(vault.notes(Kind.OKR).notes()) == 1


def test_nothing_is_sealed_if_any_of_it_fails(vault: Vault) -> None:
    begin(vault, Kind.OKR)
    with pytest.raises(Refused, match="does not match its digest"):
        vault.notes(Kind.OKR).seal(replace(note_of(talk_of(Kind.OKR)), digest="0" * 64))
    assert vault.conversations(Kind.OKR).conversation("talk").state is State.DRAFT
    assert outside(vault).execute("SELECT count(*) FROM core_seal").fetchone() == (0,)
    vault.conversations(Kind.OKR).save_answer(answer_of(text="still open"))


def test_a_sealed_conversation_takes_no_more_words(vault: Vault) -> None:
    sealed(vault, Kind.OKR)
    with pytest.raises(Refused, match="sealed and stays"):
        vault.conversations(Kind.OKR).save_answer(answer_of(text="late"))
    with pytest.raises(Refused, match="sealed and stays"):
        vault.conversations(Kind.OKR).discard("talk")
    assert vault.conversations(Kind.OKR).answers("talk") == (answer_of(),)


def correct(vault: Vault, first: Note) -> Note:
    """Seal a second revision of a note."""
    draft = replace(talk_of(Kind.OKR, "again"), corrects=first.uid, reason="A name was wrong.")
    vault.conversations(Kind.OKR).add(draft)
    return vault.notes(Kind.OKR).seal(note_of(draft, series=first.series, revision=2))


def test_revisions_come_in_order_and_the_old_one_stays(vault: Vault) -> None:
    first = sealed(vault, Kind.OKR)
    second = correct(vault, first)
    assert vault.notes(Kind.OKR).revisions(first.series) == (first, second)
    assert second.reason == "A name was wrong."


def test_a_revision_exists_once(vault: Vault) -> None:
    first = sealed(vault, Kind.OKR)
    begin(vault, Kind.OKR, "rival")
    with pytest.raises(Refused, match="another revision 1"):
        vault.notes(Kind.OKR).seal(note_of(talk_of(Kind.OKR, "rival"), series=first.series))


def test_notes_are_listed_by_person_newest_first(vault: Vault) -> None:
    older = sealed(vault, Kind.OKR, "older")
    talk = begin(vault, Kind.OKR, "newer")
    newer = vault.notes(Kind.OKR).seal(replace(note_of(talk), sealed_at=older.sealed_at.replace(hour=13)))
    assert vault.notes(Kind.OKR).notes("tomas") == (newer, older)
    assert vault.notes(Kind.OKR).notes("mira") == ()
    assert vault.notes(Kind.PERFORMANCE).notes() == ()


def test_a_note_sealed_elsewhere_is_taken_in_once(vault: Vault) -> None:
    foreign = note_of(talk_of(Kind.PERFORMANCE, "foreign"))
    taken = vault.notes(Kind.PERFORMANCE).add_imported(foreign)
    assert (taken.imported, taken.conversation_uid, len(taken.chain_head)) == (True, "", 64)
    assert vault.notes(Kind.PERFORMANCE).note(foreign.uid) == taken
    with pytest.raises(Refused, match="in the vault already"):
        vault.notes(Kind.PERFORMANCE).add_imported(foreign)


def test_a_note_of_somebody_unknown_is_not_taken_in(vault: Vault) -> None:
    foreign = replace(note_of(talk_of(Kind.OKR)), person_uid="stranger")
    with pytest.raises(Refused, match="not in the vault"):
        vault.notes(Kind.OKR).add_imported(foreign)


def test_a_missing_note_is_a_problem(vault: Vault) -> None:
    with pytest.raises(Problem, match="no longer has"):
        vault.notes(Kind.OKR).note("nowhere")


def test_exports_are_kept_in_order(vault: Vault) -> None:
    note = sealed(vault, Kind.OKR)
    pdf = bytes(range(256)) * 1000
    first = vault.notes(Kind.OKR).save_export(note.uid, "note.pdf", pdf)
    second = vault.notes(Kind.OKR).save_export(note.uid, "note-2.pdf", b"%PDF")
    assert vault.notes(Kind.OKR).exports(note.uid) == (first, second)
    assert (first.sha256, first.length, first.pdf) == (hashlib.sha256(pdf).hexdigest(), len(pdf), pdf)
