"""The chain of seals by itself."""

from dataclasses import replace

from desktop.models.guide import Kind
from desktop.storage.seal import Seal, Sealed, broken_links, commit
from tests.storage.sample import NOON


def chain_of(length: int) -> list[Seal]:
    """Return a sound chain."""
    entries: list[Seal] = []
    for seq in range(1, length + 1):
        prev = entries[-1].hash if entries else ""
        entries.append(hashed(Seal(seq, Kind.OKR, "sealed", Sealed.NOTE, f"note {seq}", "c", NOON, prev)))
    return entries


def hashed(seal: Seal) -> Seal:
    """Return an entry whose hash fits its fields."""
    return replace(seal, hash=seal.made_hash())


def test_a_sound_chain_has_no_broken_link() -> None:
    assert list(broken_links(chain_of(4))) == []
    assert list(broken_links([])) == []


def test_an_entry_made_anew_breaks_the_link_to_the_next() -> None:
    entries = chain_of(4)
    entries[1] = hashed(replace(entries[1], commitment="forged"))
    assert list(broken_links(entries)) == ["The chain of seals is broken at entry 3."]


def test_every_field_is_in_the_hash() -> None:
    seal = chain_of(2)[1]
    changes = [
        replace(seal, seq=3),
        replace(seal, room=Kind.PERFORMANCE),
        replace(seal, event="imported"),
        replace(seal, kind=Sealed.CONVERSATION),
        replace(seal, uid="x"),
        replace(seal, commitment="x"),
        replace(seal, at=NOON.replace(year=2020)),
        replace(seal, prev="x"),
    ]
    assert len({seal.made_hash(), *(each.made_hash() for each in changes)}) == 9


def test_a_commitment_needs_its_salt() -> None:
    assert commit(b"a" * 32, b"record") != commit(b"b" * 32, b"record")
    assert commit(b"a" * 32, b"record") == commit(b"a" * 32, b"record")
