"""Keys in files and tokens: handed out under a passphrase, taken in, and used from then on."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.pkcs12 import read_pkcs12, write_pkcs12
from desktop.documents.keys.token import token_identities
from desktop.flows.filing import write_new
from desktop.flows.keys.checking import read_file
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def save_key(identity: Identity, name: str, passphrase: str, path: Path) -> Path:
    """Write a key under a passphrase to a new file and return where it lies; no file that is there is touched.

    Raises Problem if the key lives in a token (nobody gets it out of there) or the folder does not take the file.
    """
    if identity.token:
        raise Problem("This key lives in a token and never leaves it; there is nothing to save.")
    return write_new(path.parent, path.name, write_pkcs12(identity, name, passphrase))


def read_key(path: Path, passphrase: str, person_uid: str) -> Identity:
    """Return the key in a file, for this person, without using it yet.

    Raises Problem if the file cannot be read, holds no key, or the passphrase is another one.
    """
    return usable(read_pkcs12(read_file(path), passphrase, person_uid, now()))


def keys_in_token(module: Path, pin: str, person_uid: str) -> tuple[Identity, ...]:
    """Return the keys in the token that a module (PKCS#11) knows, for this person; raise Problem if there is none."""
    return token_identities(module, pin, now(), person_uid)


def usable(identity: Identity) -> Identity:
    """Return `identity`; raise Problem if it cannot sign today."""
    facts = certificate_facts(identity.certificate)
    if facts.until < now():
        expired = "This certificate expired on {day}; ask whoever issued it for a new one."
        raise Problem(expired, day=day(facts.until.astimezone().date()))
    if facts.since > now():
        early = "This certificate is valid from {day} on; check the clock of this computer, or use it then."
        raise Problem(early, day=day(facts.since.astimezone().date()))
    return identity


def use_key(vault: "Vault", identity: Identity) -> None:
    """Sign with this key from now on; earlier ones stay readable, so that earlier notes stay verifiable.

    Raises Problem if it cannot sign today or is the one in use.
    """
    usable(identity)
    current = vault.profile.identity(identity.person_uid)
    if current is not None and current.certificate == identity.certificate and current.token == identity.token:
        raise Problem("You sign with this key already; nothing was changed.")
    vault.profile.save_identity(identity)
