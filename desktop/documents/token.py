"""A key that lives in a token or card (PKCS#11) and never leaves it.

Which key it is stands in a URI (RFC 7512) with the path of the module; the PIN never does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from desktop.models.identity import Identity
from desktop.models.ids import new_uid
from desktop.models.problems import Problem

_NO_MODULE = "The module {path} cannot be loaded; choose the library (.so, .dll or .dylib) that came with the token."
_NOTHING_PLUGGED_IN = "There is no token in any reader; plug it in and try again."
_WRONG_PIN = "That is not the PIN of this token. Be careful: most lock themselves after three wrong ones."
_LOCKED_PIN = "The token has locked its PIN after too many wrong ones; unlock it with its own program."
_OTHER = "The token did not do what was asked ({reason}); plug it in anew and try again."


def token_identities(module: Path, pin: str, moment: datetime, person_uid: str = "") -> tuple[Identity, ...]:
    """Return the identities in every token that `module` knows: RSA keys with their certificates.

    Raises Problem if there is no module, no token, or no such key in it, or if the PIN is wrong.
    """
    found: list[Identity] = []
    with _told(module):
        tokens = [slot.get_token() for slot in _library(module).get_slots(token_present=True)]
        initialised = [token for token in tokens if token.label]
        if not initialised:
            raise Problem(_NOTHING_PLUGGED_IN)
        for token in initialised:
            with token.open(user_pin=pin) as session:
                found += _identities(session, token.label, module, moment, person_uid)
    if not found:
        raise Problem("The token holds no RSA key with a certificate, and only such a key can sign here.")
    return tuple(found)


@contextmanager
def token_signer(identity: Identity, pin: str) -> Iterator[Any]:
    """Lend what signs with the key in a token; raise Problem if the token is not there or the PIN is wrong."""
    from pyhanko.sign.pkcs11 import PKCS11Signer

    module, label, key_id = _parts(identity.token)
    with _told(module):
        token = next((each for each in _tokens(module) if each.label == label), None)
        if token is None:
            raise Problem(_NOTHING_PLUGGED_IN)
        with token.open(user_pin=pin) as session:
            from asn1crypto.x509 import Certificate

            from desktop.documents.signer import issuers_of

            certificate = Certificate.load(identity.certificate)
            yield PKCS11Signer(session, signing_cert=certificate, ca_chain=issuers_of(identity), key_id=key_id)


def _tokens(module: Path) -> list[Any]:
    return [slot.get_token() for slot in _library(module).get_slots(token_present=True)]


def _library(module: Path) -> Any:
    import pkcs11

    return pkcs11.lib(str(module))


def _identities(session: Any, label: str, module: Path, moment: datetime, person_uid: str) -> Iterator[Identity]:
    from pkcs11 import Attribute, KeyType, ObjectClass

    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.KEY_TYPE: KeyType.RSA}
    for key in list(session.get_objects(wanted)):  # one search at a time: a token knows no two
        key_id = key[Attribute.ID]
        for certificate in list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE, Attribute.ID: key_id})):
            uri = f"pkcs11:token={quote(label)};id={quote(key_id)}?module-path={quote(str(module))}"
            der = bytes(certificate[Attribute.VALUE])
            yield Identity(new_uid(), person_uid, der, b"", moment, token=uri)


def _parts(uri: str) -> tuple[Path, str, bytes]:
    """Return module, label of the token and id of the key that a URI names."""
    path, _mark, query = uri.removeprefix("pkcs11:").partition("?")
    named = dict(part.split("=", 1) for part in path.split(";"))
    module = parse_qs(query)["module-path"][0]
    return Path(module), unquote(named["token"]), unquote(named["id"], encoding="latin-1").encode("latin-1")


@contextmanager
def _told(module: Path) -> Iterator[None]:
    """Turn what a token answers into a sentence."""
    from pkcs11 import exceptions

    try:
        yield
    except (exceptions.PinIncorrect, exceptions.PinLenRange, exceptions.PinInvalid) as error:
        raise Problem(_WRONG_PIN) from error
    except exceptions.PinLocked as error:
        raise Problem(_LOCKED_PIN) from error
    except (exceptions.TokenNotPresent, exceptions.DeviceRemoved, exceptions.SlotIDInvalid) as error:
        raise Problem(_NOTHING_PLUGGED_IN) from error
    except (RuntimeError, OSError) as error:
        raise Problem(_NO_MODULE, path=module) from error
    except exceptions.PKCS11Error as error:
        raise Problem(_OTHER, reason=type(error).__name__) from error
