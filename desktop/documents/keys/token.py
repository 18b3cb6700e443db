"""A key that lives in a token or card (PKCS#11) and never leaves it.

Which key it is stands in a URI (see `token_uri`); the PIN never does, and is kept nowhere. It is given to one token
only, and never tried twice: after a few wrong ones, most lock themselves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from asn1crypto.algos import DigestAlgorithm, DigestInfo
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.documents.keys.certifying import issuers_among, signs_here
from desktop.documents.keys.token_uri import Place, place_of
from desktop.models.identity import Identity
from desktop.models.ids import new_uid
from desktop.models.problems import Problem

_NO_MODULE = "The module {path} cannot be loaded; choose the library (.so, .dll or .dylib) that came with the token."
_NOTHING_PLUGGED_IN = "There is no token in any reader; plug it in and try again."
_NOT_THIS_ONE = "The token “{name}” is in no reader; plug it in and try again."
_SEVERAL = "There is more than one token ({names}); leave only yours plugged in and try again."
_NO_KEY = "The token holds no RSA key of 2048 to 4096 bits with a certificate, and only such a key can sign here."
_OTHER_KEY = "The key in the token does not belong to your certificate; look for it in the token again."
_WRONG_PIN = "That is not the PIN of this token. Be careful: most lock themselves after three wrong ones."
_LOCKED_PIN = "The token has locked its PIN after too many wrong ones; unlock it with its own program."
_NEW_PIN = "The PIN of this token has to be set anew; do that with the token's own program."
_KEY_GONE = "The key is not in the token any more; look for it in the token again."
_OTHER = "The token did not do what was asked ({reason}); plug it in anew and try again."

_one_at_a_time = Lock()
"""A program is logged in to a token once, for all of its threads."""


def token_identities(
    module: Path, pin: str, moment: datetime, person_uid: str = "", name: str = ""
) -> tuple[Identity, ...]:
    """Return the identities in the token called `name` (or the only one): RSA keys with their certificates.

    Raises Problem if there is no module, no token or no such key in it, if there are several tokens and none is named,
    or if the PIN is wrong.
    """
    with _one_at_a_time, _told():
        from pkcs11 import Attribute, KeyType, ObjectClass

        token = _chosen(_tokens(module), name)
        place = Place(str(module), token.label, token.serial)
        with token.open(user_pin=pin) as session:
            held = [
                (bytes(each[Attribute.ID]), x509.load_der_x509_certificate(each[Attribute.VALUE]))
                for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
            ]
            wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.KEY_TYPE: KeyType.RSA}
            keys = {bytes(each[Attribute.ID]) for each in session.get_objects(wanted)}
    others = [certificate for _number, certificate in held]
    found = [(key, one) for key, one in held if key in keys and signs_here(one.public_key())]
    if not found:
        raise Problem(_NO_KEY)
    return tuple(_identity(place, key, one, others, moment, person_uid) for key, one in found)


def sign_in_token(identity: Identity, pin: str, data: bytes) -> bytes:
    """Return the signature (RSA, PKCS#1 v1.5, SHA-256) that the key of `identity` makes of `data`.

    Raises Problem if the token is not there, the PIN is wrong, or the key is not that of the certificate.
    """
    place = place_of(identity.token)
    digest = hashes.Hash(hashes.SHA256())
    digest.update(data)
    info = DigestInfo({"digest_algorithm": DigestAlgorithm({"algorithm": "sha256"}), "digest": digest.finalize()})
    with _one_at_a_time, _told():
        from pkcs11 import Mechanism, ObjectClass

        tokens = [each for each in _tokens(Path(place.module)) if place.serial in (b"", each.serial)]
        with _chosen(tokens, place.token).open(user_pin=pin) as session:
            key = session.get_key(object_class=ObjectClass.PRIVATE_KEY, id=place.key)
            # the digest is put into its frame here: every token can do the rest, not all can do both
            signature = bytes(key.sign(info.dump(), mechanism=Mechanism.RSA_PKCS))
    if not _fits(signature, identity.certificate, data):
        raise Problem(_OTHER_KEY)
    return signature


def token_problem(error: Exception) -> Problem:
    """Return what to say about an error of a token."""
    from pkcs11 import exceptions

    if isinstance(error, exceptions.PinIncorrect | exceptions.PinLenRange | exceptions.PinInvalid | UnicodeError):
        return Problem(_WRONG_PIN)
    if isinstance(error, exceptions.PinLocked):
        return Problem(_LOCKED_PIN)
    if isinstance(error, exceptions.PinExpired | exceptions.UserPinNotInitialized):
        return Problem(_NEW_PIN)
    if isinstance(error, exceptions.NoSuchKey | exceptions.MultipleObjectsReturned):
        return Problem(_KEY_GONE)
    if isinstance(error, exceptions.TokenNotPresent | exceptions.DeviceRemoved | exceptions.SlotIDInvalid):
        return Problem(_NOTHING_PLUGGED_IN)
    return Problem(_OTHER, reason=type(error).__name__)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what a token answers into a sentence."""
    try:
        from pkcs11 import PKCS11Error
    except ImportError as error:  # not built for every system
        raise Problem("Keys in tokens cannot be used on this system; take a key in a file instead.") from error
    try:
        yield
    except (PKCS11Error, UnicodeEncodeError) as error:
        raise token_problem(error) from error


def _tokens(module: Path) -> list[Any]:
    import pkcs11

    if not module.is_file():
        raise Problem(_NO_MODULE, path=module)
    try:
        library = pkcs11.lib(str(module))
    except pkcs11.PKCS11Error as error:
        raise Problem(_NO_MODULE, path=module) from error
    found = [slot.get_token() for slot in library.get_slots(token_present=True)]
    return [token for token in found if pkcs11.TokenFlag.TOKEN_INITIALIZED in token.flags]


def _chosen(tokens: list[Any], name: str) -> Any:
    named = [token for token in tokens if name in ("", token.label)]
    if not named:
        raise Problem(_NOT_THIS_ONE, name=name) if name else Problem(_NOTHING_PLUGGED_IN)
    if len(named) > 1:
        raise Problem(_SEVERAL, names=", ".join(f"“{token.label}”" for token in named))
    return named[0]


def _identity(
    place: Place, key: bytes, own: x509.Certificate, others: list[x509.Certificate], moment: datetime, person_uid: str
) -> Identity:
    chain = b"".join(issuer.public_bytes(Encoding.DER) for issuer in issuers_among(own, others))
    uri = Place(place.module, place.token, place.serial, key).uri
    return Identity(new_uid(), person_uid, own.public_bytes(Encoding.DER), b"", moment, chain, uri)


def _fits(signature: bytes, certificate: bytes, data: bytes) -> bool:
    key = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(key, rsa.RSAPublicKey):
        return False
    try:
        key.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True
