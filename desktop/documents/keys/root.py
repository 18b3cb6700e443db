"""A small firm's own authority: made in a minute, it issues identities that everybody in the firm can rely on.

One root to trust is better than one certificate per person. Whoever holds its key can make an identity in any name, so
it is kept like the most important of keys.
"""

from datetime import datetime, timedelta

from cryptography import x509

from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.keys.certificates import certificate_pem
from desktop.documents.keys.certifying import (
    Issuer,
    authority_certificate,
    key_bytes,
    loaded_key,
    make_key,
    person_certificate,
    subject_of,
)
from desktop.documents.keys.pkcs12 import read_pkcs12, write_pkcs12
from desktop.models.identity import Identity, Root
from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.models.problems import Problem

_ROOT_VALID = timedelta(days=7305)
_LEAF_VALID = timedelta(days=1826)


def make_root(name: str, moment: datetime) -> Root:
    """Return a fresh root called `name`, such as "Example GmbH Notes", valid for twenty years."""
    key = make_key()
    certificate = authority_certificate(subject_of(name), key, moment, moment + _ROOT_VALID)
    return Root(new_uid(), name, certificate, key_bytes(key), moment)


def issue(root: Root, person: Person, moment: datetime) -> Identity:
    """Return a fresh identity for `person`, vouched for by `root`; valid for five years, never longer than the root.

    Raises Problem if the root has expired.
    """
    authority = x509.load_der_x509_certificate(root.certificate)
    if moment >= authority.not_valid_after_utc:
        raise Problem("The root “{name}” has expired; make a new one first.", name=root.name)
    key, until = make_key(), min(moment + _LEAF_VALID, authority.not_valid_after_utc)
    issuer = Issuer(authority.subject, loaded_key(root.key))
    certificate = person_certificate(subject_of(person.name), person.email, key, issuer, moment, until)
    return Identity(new_uid(), person.uid, certificate, key_bytes(key), moment, chain=root.certificate)


def root_pem(root: Root) -> bytes:
    """Return the certificate of a root for others to trust (PEM); it is no secret."""
    return certificate_pem(root.certificate)


def write_root(root: Root, passphrase: str) -> bytes:
    """Return a root with its key as PKCS#12; raise Problem as `write_pkcs12` does."""
    return write_pkcs12(Identity(root.uid, "", root.certificate, root.key, root.created_at), root.name, passphrase)


def read_root(data: bytes, passphrase: str, moment: datetime) -> Root:
    """Return the root in a PKCS#12 file; raise Problem as `read_pkcs12` does, or if it is nobody's authority."""
    found = read_pkcs12(data, passphrase, "", moment)
    facts = certificate_facts(found.certificate)
    if not facts.authority:
        raise Problem("This is the key of one person, not a firm's root; choose the file the root was saved in.")
    return Root(new_uid(), facts.subject, found.certificate, found.key, moment)
