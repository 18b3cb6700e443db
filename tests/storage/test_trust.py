"""Pinned certificates with their history, trusted authorities, and the firm's own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.models.identity import Anchor, Identity, Pin, Root, fingerprint
from desktop.storage.driver import driver
from desktop.storage.faults import Refused
from desktop.storage.vault import Vault
from tests.storage.sample import EMPLOYEE, MANAGER, NOON, outside

LATER = NOON + timedelta(days=9)
ROOT = Root("root", "Example GmbH Notes", b"\x30root", b"\x00key", NOON)
ANCHOR = Anchor(b"\x30anchor", "Example authority", NOON)


def test_another_certificate_takes_the_place_of_the_pin_before(vault: Vault) -> None:
    first = vault.profile.pin(EMPLOYEE.uid, b"first", compared=True, moment=NOON)
    second = vault.profile.pin(EMPLOYEE.uid, b"second", moment=LATER)
    assert first == Pin(EMPLOYEE.uid, b"first", NOON, compared=True)
    assert second == Pin(EMPLOYEE.uid, b"second", LATER)
    assert vault.profile.pins(EMPLOYEE.uid) == (second, replace(first, replaced_at=LATER))
    assert vault.profile.current_pin(EMPLOYEE.uid) == second
    assert vault.profile.current_pin(MANAGER.uid) is None
    assert vault.profile.pins(MANAGER.uid) == ()


def test_pinning_one_person_leaves_the_others(vault: Vault) -> None:
    mine = vault.profile.pin(MANAGER.uid, b"mine")
    vault.profile.pin(EMPLOYEE.uid, b"first")
    vault.profile.pin(EMPLOYEE.uid, b"second")
    assert vault.profile.pins(MANAGER.uid) == (mine,)


def test_pinning_the_current_certificate_again_forgets_nothing(vault: Vault) -> None:
    first = vault.profile.pin(EMPLOYEE.uid, b"first", moment=NOON)
    compared = vault.profile.pin(EMPLOYEE.uid, b"first", compared=True, moment=LATER)
    assert compared == replace(first, compared=True)
    assert vault.profile.pin(EMPLOYEE.uid, b"first") == compared
    assert vault.profile.pins(EMPLOYEE.uid) == (compared,)


def test_a_certificate_that_comes_back_is_a_new_pin(vault: Vault) -> None:
    for certificate in (b"first", b"second", b"first"):
        vault.profile.pin(EMPLOYEE.uid, certificate, compared=certificate == b"second")
    pins = vault.profile.pins(EMPLOYEE.uid)
    assert [(pin.certificate, pin.compared, pin.replaced_at is None) for pin in pins] == [
        (b"first", False, True),
        (b"second", True, False),
        (b"first", False, False),
    ]
    assert sorted(vault.profile.pinned()) == [(EMPLOYEE.uid, b"first"), (EMPLOYEE.uid, b"second")]


def test_a_comparison_counts_for_the_certificate_that_was_compared(vault: Vault) -> None:
    vault.profile.pin(EMPLOYEE.uid, b"first")
    vault.profile.mark_compared(EMPLOYEE.uid, b"first")
    vault.profile.pin(EMPLOYEE.uid, b"second")
    with pytest.raises(Refused, match="no longer the current key"):
        vault.profile.mark_compared(EMPLOYEE.uid, b"first")
    assert [pin.compared for pin in vault.profile.pins(EMPLOYEE.uid)] == [False, True]


def test_a_stranger_cannot_be_pinned(vault: Vault) -> None:
    with pytest.raises(Refused, match="not in the vault"):
        vault.profile.pin("stranger", b"first")


def test_no_program_can_make_two_keys_current(vault: Vault) -> None:
    vault.profile.pin(EMPLOYEE.uid, b"first")
    with pytest.raises(driver.IntegrityError, match="UNIQUE"):
        outside(vault).execute("INSERT INTO core_pin VALUES (?, x'00', 0, 0, NULL, 9)", (EMPLOYEE.uid,))


def test_the_newest_authority_issues(vault: Vault) -> None:
    assert vault.profile.root() is None
    newer = replace(ROOT, uid="newer", created_at=LATER)
    for root in (newer, ROOT):
        vault.profile.save_root(root)
    assert vault.profile.root() == newer
    assert outside(vault).execute("SELECT count(*) FROM core_root").fetchone() == (2,)


def test_other_authorities_are_trusted_until_they_are_forgotten(vault: Vault) -> None:
    other = Anchor(b"\x30other", "another authority", NOON)
    for anchor in (ANCHOR, other, replace(ANCHOR, name="Example AG")):
        vault.profile.trust_anchor(anchor)
    assert vault.profile.anchors() == (other, replace(ANCHOR, name="Example AG"))
    vault.profile.forget_anchor(ANCHOR.certificate)
    assert vault.profile.anchors() == (other,)


def test_an_identity_keeps_its_issuers_and_its_token(vault: Vault) -> None:
    card = Identity("card", MANAGER.uid, b"\x30cert", b"", NOON, b"\x30issuer\x30root", "pkcs11:token=Work;id=%01")
    vault.profile.save_identity(card)
    assert vault.profile.identity(MANAGER.uid) == card


def test_no_key_is_shown_by_accident() -> None:
    assert "key" not in repr(ROOT)


@pytest.mark.parametrize("held", [ROOT, ANCHOR, Pin("p", b"\x30root", NOON)])
def test_everything_that_is_compared_has_its_print(held: Root | Anchor | Pin) -> None:
    assert held.fingerprint == fingerprint(held.certificate)
