"""A firm's own root: made, kept safe in a file, handed to others as a certificate; identities issued from it."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.certificates import read_certificates
from desktop.documents.keys.root import issue, make_root, read_root, root_pem, write_root
from desktop.flows.filing import write_new
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.key_files import save_key
from desktop.models.identity import Anchor, Identity, Root
from desktop.models.ids import now
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def new_root(name: str) -> Root:
    """Return a fresh root of this name, not kept yet (slow: a key is made)."""
    return make_root(name, now())


def issue_identity(root: Root, person: Person) -> Identity:
    """Return a fresh identity for `person`, for which the root vouches (slow: a key is made)."""
    return issue(root, person, now())


def issue_to_file(root: Root, person: Person, passphrase: str, path: Path) -> Path:
    """Write a fresh identity for `person` to a new file under a passphrase, and return where it lies.

    Its key is in that file and nowhere else: the vault keeps none. Raises Problem if the folder refuses.
    """
    return save_key(issue_identity(root, person), person.name, passphrase, path)


def save_root_certificate(root: Root, path: Path) -> Path:
    """Write the root's certificate (PEM), which is no secret, to a new file and return where it lies."""
    return write_new(path.parent, path.name, root_pem(root))


def save_root_copy(root: Root, passphrase: str, path: Path) -> Path:
    """Write the root with its key under a passphrase to a new file and return where it lies."""
    return write_new(path.parent, path.name, write_root(root, passphrase))


def read_root_copy(path: Path, passphrase: str) -> Root:
    """Return the root in a file without using it yet; raise Problem if there is none or the passphrase is wrong."""
    root = read_root(read_file(path), passphrase, now())
    _authority(root.certificate)
    return root


def read_authority(path: Path) -> Anchor:
    """Return another firm's root from its certificate file, not trusted yet.

    Raises Problem if the file holds no certificate, or one that vouches for nobody, or one that has expired.
    """
    authorities = [each for each in read_certificates(read_file(path)) if certificate_facts(each).authority]
    if not authorities:
        raise Problem("This certificate belongs to one person, not to a firm; ask for the certificate of the root.")
    name = _authority(authorities[0])
    return Anchor(authorities[0], name, now())


def trust_authority(vault: "Vault", anchor: Anchor) -> None:
    """Trust another firm's root from now on; raise Problem if it is the vault's own."""
    root = vault.profile.root()
    if root is not None and root.certificate == anchor.certificate:
        raise Problem("This is your own firm's root; it is trusted already.")
    vault.profile.trust_anchor(anchor)


def _authority(certificate: bytes) -> str:
    """Return the name of a root; raise Problem if it is none, or has expired."""
    facts = certificate_facts(certificate)
    if not facts.authority:
        raise Problem("This is the key of one person, not a firm's root; choose the file the root was saved in.")
    if facts.until < now():
        expired = "This root expired on {day}; ask the firm for its new one."
        raise Problem(expired, day=day(facts.until.astimezone().date()))
    return facts.subject
