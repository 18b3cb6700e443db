"""Whose key signs: the owner's own, and the ones that two people compared."""

from typing import TYPE_CHECKING

from desktop.flows.keys.known import Known
from desktop.models.guide import Kind
from desktop.models.ids import now
from desktop.models.response import Arrival, KeySeen

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def own_certificates(vault: "Vault") -> tuple[bytes, ...]:
    """Return the certificates (DER) the owner of the vault signed with, now or earlier."""
    return tuple(identity.certificate for identity in vault.profile.identities(vault.profile.me_uid()))


def employee_certificates(vault: "Vault", person_uid: str) -> tuple[bytes, ...]:
    """Return the certificates (DER) a person is known by, now or earlier."""
    return tuple(pin.certificate for pin in vault.profile.pins(person_uid))


def known_to(vault: "Vault") -> Known:
    """Return who may have signed a note for this vault: trusted certificates, and the roots that vouch for others."""
    return Known(trusted_certificates(vault), trusted_roots(vault))


def trusted_roots(vault: "Vault") -> tuple[bytes, ...]:
    """Return the roots (DER) that this vault trusts to vouch for people: the firm's own, and those of others."""
    own = vault.profile.root()
    return ((own.certificate,) if own else ()) + tuple(anchor.certificate for anchor in vault.profile.anchors())


def trusted_certificates(vault: "Vault") -> tuple[bytes, ...]:
    """Return whose certificates (DER) this vault expects on a note.

    The owner's, all pinned ones, and those of keys that were made for one signature on this machine.
    """
    pinned = tuple(certificate for _person, certificate in vault.profile.pinned())
    here = tuple(certificate for kind in Kind for certificate in vault.responses(kind).made_here())
    return own_certificates(vault) + pinned + here


def waiting_key(vault: "Vault", person_uid: str) -> KeySeen | None:
    """Return the key of a person's newest signed answer if nobody knows it yet: it waits to be compared."""
    seen = [key for kind in Kind for key in vault.responses(kind).keys_seen(person_uid)]
    newest = max(seen, key=lambda key: key.arrived_at, default=None)
    if newest is None or newest.arrival is not Arrival.UNKNOWN_SIGNER:
        return None
    return None if newest.certificate in employee_certificates(vault, person_uid) else newest


def trust(vault: "Vault", person_uid: str, certificate: bytes) -> None:
    """Know a person by this certificate (DER) from now on: the two have compared its fingerprint."""
    vault.profile.pin(person_uid, certificate, compared=True, moment=now())
