"""Signing with a key that never leaves its token; SoftHSM stands in for the hardware."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.documents.certifying import loaded_key
from desktop.documents.identity import make_identity
from desktop.documents.render import render
from desktop.documents.sign import Signatory, sign
from desktop.documents.token import token_identities
from desktop.documents.verify import verify
from desktop.models.identity import Identity
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, okr_note
from tests.documents.tools import soft_token

PIN = "5678"


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A token with one RSA key and its certificate in it."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("token")
        (folder / "tokens").mkdir()
        (folder / "conf").write_text(f"directories.tokendir = {folder / 'tokens'}\n")
        patch.setenv("SOFTHSM2_CONF", str(folder / "conf"))
        made = make_identity(Person("", "Noor Token"), SIGNED_AT)
        _put(folder, made)
        yield soft_token()


def _put(folder: Path, made: Identity) -> None:
    from cryptography.hazmat.primitives import serialization
    from pkcs11 import Attribute, CertificateType, ObjectClass, lib

    key = loaded_key(made.key).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(key)
    tool = ["softhsm2-util", "--pin", PIN]
    named = ["--label", "Duo Token"]
    subprocess.run([*tool, "--init-token", "--free", *named, "--so-pin", "1234"], check=True, capture_output=True)
    put = [*tool, "--import", str(folder / "key.pem"), "--token", "Duo Token", "--label", "key", "--id", "A1FF"]
    subprocess.run(put, check=True, capture_output=True)
    token = next(slot.get_token() for slot in lib(str(soft_token())).get_slots(token_present=True))
    with token.open(user_pin=PIN, rw=True) as session:
        session.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                Attribute.TOKEN: True,
                Attribute.ID: bytes.fromhex("A1FF"),
                Attribute.SUBJECT: b"",
                Attribute.VALUE: made.certificate,
            }
        )


def test_it_signs_without_giving_the_key_away(module: Path) -> None:
    (found,) = token_identities(module, PIN, SIGNED_AT, "m-1")
    assert (found.key, found.person_uid) == (b"", "m-1")
    assert PIN not in found.token
    pdf = sign(render(okr_note()), Signatory(found, MANAGER.name, SIGNED_AT, pin=PIN))
    verdict = verify(pdf, "", [found.certificate])
    assert verdict.outcome is Outcome.INTACT
    assert verdict.signatures[0].signer == "Noor Token"


def test_a_wrong_pin_is_told_and_never_shown(module: Path) -> None:
    with pytest.raises(Problem, match="not the PIN"):
        token_identities(module, "0000", SIGNED_AT)
    (found,) = token_identities(module, PIN, SIGNED_AT)
    by = Signatory(found, MANAGER.name, SIGNED_AT, pin="0000")
    assert "0000" not in repr(by)
    with pytest.raises(Problem, match="not the PIN"):
        sign(render(okr_note()), by)


def test_a_token_that_was_pulled_out_is_told(module: Path) -> None:
    (found,) = token_identities(module, PIN, SIGNED_AT)
    gone = Identity("", "", found.certificate, b"", SIGNED_AT, token=found.token.replace("Duo%20Token", "Another"))
    with pytest.raises(Problem, match="no token in any reader"):
        sign(render(okr_note()), Signatory(gone, MANAGER.name, SIGNED_AT, pin=PIN))


@pytest.mark.parametrize("path", ["/no/such/module.so", __file__])
def test_what_is_no_module_is_told(path: str) -> None:
    with pytest.raises(Problem, match="cannot be loaded"):
        token_identities(Path(path), PIN, SIGNED_AT)
