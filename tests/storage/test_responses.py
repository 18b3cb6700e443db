"""What comes back to a note is attached for good, byte for byte, and can be listed without its files."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.models.guide import Kind
from desktop.models.ids import new_uid
from desktop.models.problems import Problem
from desktop.models.response import KEPT, Arrival, Choice, Handover, Standing, Way
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, MANAGER, NOON, decline_of, outside, rebuttal_of, response_of, sealed

LATER = NOON + timedelta(days=3)


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_stays_byte_for_byte(vault: Vault, kind: Kind) -> None:
    answer = response_of(sealed(vault, kind).uid, pdf=bytes(range(256)) * 5000)
    store = vault.responses(kind)
    assert store.add_response(answer) == answer
    assert store.responses(answer.note_uid) == (replace(answer, pdf=b""),)
    assert store.file(answer.uid) == answer.pdf
    assert vault.check() == ()


def test_what_was_not_said_stays_unsaid(vault: Vault) -> None:
    note = sealed(vault, Kind.OKR)
    silent = replace(response_of(note.uid), choice="", comment="", scores_used=None, signed_at=None, way=Way.ROOM)
    vault.responses(Kind.OKR).add_response(silent)
    assert vault.responses(Kind.OKR).responses(note.uid) == (replace(silent, pdf=b""),)


def test_answers_come_in_the_order_they_were_attached_and_none_is_overwritten(vault: Vault) -> None:
    note, store = sealed(vault, Kind.OKR), vault.responses(Kind.OKR)
    for uid, at in (("z", NOON), ("a", LATER), ("m", NOON - timedelta(days=1))):
        store.add_response(replace(response_of(note.uid, uid, uid.encode()), arrived_at=at))
    assert [each.uid for each in store.responses(note.uid)] == ["z", "a", "m"]
    with pytest.raises(Refused, match="sealed and stays"):
        store.add_response(response_of(note.uid, "z", b"other"))
    assert store.file("z") == b"z"


def test_the_same_file_is_attached_to_a_note_once(vault: Vault) -> None:
    first, second = sealed(vault, Kind.OKR), sealed(vault, Kind.OKR, "second")
    store = vault.responses(Kind.OKR)
    store.add_response(response_of(first.uid))
    with pytest.raises(Refused, match="^This answer is attached already.$"):
        store.add_response(replace(response_of(first.uid, "again"), comment="Another."))
    assert [each.uid for each in store.responses(first.uid)] == ["response"]
    assert outside(vault).execute("SELECT count(*) FROM core_seal WHERE uid = 'again'").fetchone() == (0,)
    store.add_response(response_of(second.uid, "elsewhere"))
    assert vault.check() == ()


def test_an_answer_needs_its_note(vault: Vault) -> None:
    sealed(vault, Kind.OKR)
    with pytest.raises(Refused, match="not in the vault"):
        vault.responses(Kind.OKR).add_response(response_of("nowhere"))
    with pytest.raises(Refused, match="not in the vault"):
        vault.responses(Kind.PERFORMANCE).add_response(response_of("talk-note"))
    with pytest.raises(Problem, match="no longer has"):
        vault.responses(Kind.OKR).file("response")
    assert vault.check() == ()


@pytest.mark.parametrize("arrival", Arrival)
def test_only_what_says_something_is_kept(vault: Vault, arrival: Arrival) -> None:
    store, answer = vault.responses(Kind.OKR), replace(response_of(sealed(vault, Kind.OKR).uid), arrival=arrival)
    if arrival in KEPT:
        store.add_response(answer)
    else:
        with pytest.raises(Refused, match="CHECK constraint"):
            store.add_response(answer)
    assert len(store.responses(answer.note_uid)) == (arrival in KEPT)


@pytest.mark.parametrize("kind", Kind)
def test_a_refusal_to_sign_names_what_the_witness_signed(vault: Vault, kind: Kind) -> None:
    note, store = sealed(vault, kind), vault.responses(kind)
    alone, witnessed = decline_of(note.uid), decline_of(note.uid, "a", "response")
    store.add_decline(alone)
    with pytest.raises(Refused, match="not in the vault"):
        store.add_decline(witnessed)
    store.add_response(replace(response_of(note.uid), arrival=Arrival.WITNESSED))
    store.add_decline(witnessed)
    assert store.declines(note.uid) == (alone, witnessed)
    assert store.declines("nowhere") == ()
    assert vault.check() == ()


@pytest.mark.parametrize("kind", Kind)
def test_every_hand_over_is_remembered(vault: Vault, kind: Kind) -> None:
    note, store = sealed(vault, kind), vault.responses(kind)
    second, first = Handover("a", note.uid, LATER), Handover("z", note.uid, NOON)
    for handover in (second, first):
        store.hand_over(handover)
    assert store.handovers(note.uid) == (first, second)
    with pytest.raises(Refused, match="not in the vault"):
        store.hand_over(Handover("x", "nowhere", NOON))


@pytest.mark.parametrize("kind", Kind)
def test_a_rebuttal_is_attached_once(vault: Vault, kind: Kind) -> None:
    note, store = sealed(vault, kind), vault.responses(kind)
    first, second = rebuttal_of(note.uid, "z"), rebuttal_of(note.uid, "a", b"And more.")
    for rebuttal in (first, second):
        store.add_rebuttal(rebuttal)
    assert store.rebuttals(note.uid) == (first, second)
    with pytest.raises(Refused, match="^This rebuttal is attached already.$"):
        store.add_rebuttal(rebuttal_of(note.uid, "again"))
    assert vault.check() == ()


@pytest.mark.parametrize("change", [{"content": b"x"}, {"sha256": "0" * 64}, {"length": 1}])
def test_a_rebuttal_fits_its_digest(vault: Vault, change: dict[str, object]) -> None:
    note = sealed(vault, Kind.OKR)
    with pytest.raises(Refused, match="does not match its digest"):
        vault.responses(Kind.OKR).add_rebuttal(replace(rebuttal_of(note.uid), **change))
    assert vault.responses(Kind.OKR).rebuttals(note.uid) == ()


def test_a_list_shows_where_each_note_stands(vault: Vault) -> None:
    silent, answered = sealed(vault, Kind.OKR, "silent"), sealed(vault, Kind.OKR, "answered")
    store = vault.responses(Kind.OKR)
    for at in (LATER, NOON):
        store.hand_over(Handover(new_uid(), answered.uid, at))
    store.add_response(response_of(answered.uid, "z", b"first"))
    newer = response_of(answered.uid, "a", b"second")
    store.add_response(replace(newer, arrival=Arrival.ANSWERED, choice=Choice.AGREE, arrived_at=LATER))
    store.add_rebuttal(rebuttal_of(answered.uid))
    store.add_rebuttal(rebuttal_of(answered.uid, "more", b"And more."))
    store.add_decline(decline_of(answered.uid))
    assert store.standings() == {
        silent.uid: Standing(silent.uid),
        answered.uid: Standing(answered.uid, Arrival.ANSWERED, Choice.AGREE, LATER, LATER, 2, True),
    }
    assert vault.responses(Kind.PERFORMANCE).standings() == {}


def test_a_list_remembers_a_witness_and_tells_an_unknown_key(vault: Vault) -> None:
    note, store = sealed(vault, Kind.OKR), vault.responses(Kind.OKR)
    for arrival in (Arrival.WITNESSED, Arrival.UNKNOWN_SIGNER, Arrival.SIGNED):
        store.add_response(replace(response_of(note.uid, str(arrival), arrival.encode()), arrival=arrival))
        standing = store.standings()[note.uid]
        assert standing.witnessed
        assert standing.certificate == (b"der" if arrival is Arrival.UNKNOWN_SIGNER else b"")


def test_a_list_can_be_of_one_person(vault: Vault) -> None:
    note = sealed(vault, Kind.PERFORMANCE)
    store = vault.responses(Kind.PERFORMANCE)
    assert store.standings(EMPLOYEE.uid) == {note.uid: Standing(note.uid)}
    assert store.standings(MANAGER.uid) == {}
