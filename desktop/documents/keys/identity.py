"""An identity to sign with, made on this machine: RSA-3072 and a certificate that vouches for itself.

Ten years, because an offline note has no authority to renew it. The certificate proves that nothing changed and who
holds the key, not who the person is: that is what comparing the fingerprint is for.
"""

from datetime import datetime, timedelta

from desktop.documents.keys.certifying import Issuer, key_bytes, make_key, person_certificate, subject_of
from desktop.models.identity import Identity
from desktop.models.ids import new_uid
from desktop.models.people import Person

ONE_TIME = "Key made for one signature"
"""The unit in the certificate of such a key: in no language of ours, as programs look for it."""

_VALID = timedelta(days=3653)


def make_identity(person: Person, moment: datetime) -> Identity:
    """Return a fresh identity for `person`, valid from a day before `moment` for ten years."""
    return _made(person, moment, "")


def one_time_identity(person: Person, moment: datetime) -> Identity:
    """Return an identity for one signature on somebody else's machine; its key is to be forgotten right after.

    The certificate says so, so that nobody takes it for a key that the person holds.
    """
    return _made(person, moment, ONE_TIME)


def _made(person: Person, moment: datetime, unit: str) -> Identity:
    key, subject = make_key(), subject_of(person.name, unit)
    issuer = Issuer(subject, key)
    certificate = person_certificate(subject, person.email, key, issuer, moment, moment + _VALID)
    return Identity(new_uid(), person.uid, certificate, key_bytes(key), moment)
