"""Keys in a token, with SoftHSM as the token and poppler as the judge."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pkcs11
import pytest
from pkcs11 import Attribute, ObjectClass

from desktop.documents.judging.verify import verify
from desktop.documents.keys.token import token_identities, token_problem
from desktop.documents.keys.token_uri import Place, place_of
from desktop.documents.papers.render import render
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, sign
from desktop.documents.transfer.parcel import pack, receiver_of, unpack
from desktop.models.identity import Identity
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.models.transfer import CarriedPerson, Parcel
from desktop.models.verdict import Outcome
from tests.documents import tokens
from tests.documents.notes import EMPLOYEE, MANAGER, okr_note
from tests.documents.tools import run, soft_token
from tests.keys import key_of

NOW = datetime.now(UTC) + timedelta(hours=1)
"""OpenSSL makes its certificates valid from this moment on."""


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """SoftHSM with tokens: "Mira" (an RSA key), "Curves" (another kind), "Bare" (a key alone), "Empty"."""
    folder = tmp_path_factory.mktemp("softhsm")
    library = str(soft_token())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", "")
        tokens.begin(folder)
        for label in ("Mira", "Curves", "Bare", "Empty"):
            tokens.make(label)
        kinds = {"Mira": ("rsa:3072",), "Curves": ("ec", "-pkeyopt", "ec_paramgen_curve:P-256"), "Bare": ("rsa:2048",)}
        made = {name: tokens.key_and_certificate(folder, name, kind) for name, kind in kinds.items()}
        for name, (key, _certificate) in made.items():
            tokens.put_key(name, "signing", "0a3b", key)
        for name in ("Mira", "Curves"):
            put_certificate(library, name, bytes.fromhex("0a3b"), made[name][1])
        yield library
        pkcs11.unload(library)


def put_certificate(library: str, name: str, number: bytes, certificate: bytes) -> None:
    token = pkcs11.lib(library).get_token(token_label=name)
    with token.open(user_pin=tokens.PIN, rw=True) as session:
        session.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                Attribute.TOKEN: True,
                Attribute.ID: number,
                Attribute.LABEL: "signing",
                Attribute.SUBJECT: b"0\x00",
                Attribute.VALUE: certificate,
            }
        )


@pytest.fixture(scope="module")
def carried(module: str) -> Identity:
    """The identity in the token."""
    (found,) = token_identities(Path(module), tokens.PIN, NOW, MANAGER.uid, "Mira")
    return found


def test_an_identity_is_found_and_its_key_stays_where_it_is(module: str, carried: Identity) -> None:
    assert (carried.key, carried.person_uid, carried.created_at, carried.chain) == (b"", MANAGER.uid, NOW, b"")
    place = place_of(carried.token)
    assert (place.module, place.token, place.key) == (module, "Mira", b"\x0a\x3b")
    assert place.serial
    assert tokens.PIN not in carried.token


def test_it_signs_and_poppler_finds_it_valid(carried: Identity, tmp_path: Path) -> None:
    by = Signatory(carried, MANAGER.name, NOW, pin=tokens.PIN)
    assert tokens.PIN not in repr(by)
    pdf = sign(render(okr_note()), by)
    assert verify(pdf, "note.pdf", [carried.certificate]).outcome is Outcome.INTACT
    (tmp_path / "note.pdf").write_bytes(pdf)
    assert "Signature is Valid" in run("pdfsig", tmp_path / "note.pdf").stdout
    assert tokens.PIN.encode() not in pdf


def test_it_countersigns(okr_pdf: bytes, carried: Identity, identity: Identity) -> None:
    answered = fill(okr_pdf, Reply(Choice.AGREE))
    pdf = countersign(answered, Signatory(carried, EMPLOYEE.name, NOW, pin=tokens.PIN))
    verdict = verify(pdf, "note.pdf", [identity.certificate, carried.certificate])
    assert (verdict.outcome, verdict.reasons) == (Outcome.INTACT, ())


def test_it_hands_over(carried: Identity) -> None:
    ada, to = key_of("Ada Lindqvist"), receiver_of(key_of("Ada Lindqvist").certificate)
    parcel = Parcel("u", NOW, Person("m", "Mira"), to, (CarriedPerson(Person("p", "Kim Li")),), ())
    opened = unpack(pack(parcel, carried, ada.certificate, tokens.PIN), [ada])
    assert (opened.parcel, opened.certificate) == (parcel, carried.certificate)
    with pytest.raises(Problem, match="not the PIN of this token"):
        pack(parcel, carried, ada.certificate, "1234")


@pytest.mark.parametrize("wrong", ["", "1", "999999", "9" * 300, "\ud800"])
def test_a_wrong_pin_is_told(wrong: str, module: str, carried: Identity) -> None:
    with pytest.raises(Problem, match="not the PIN"):
        sign(render(okr_note()), Signatory(carried, MANAGER.name, NOW, pin=wrong))
    with pytest.raises(Problem, match="not the PIN"):
        token_identities(Path(module), wrong, NOW, "p", "Mira")


def test_a_key_of_another_kind_is_told(module: str) -> None:
    with pytest.raises(Problem, match="RSA key of 2048 to 4096 bits"):
        token_identities(Path(module), tokens.PIN, NOW, "p", "Curves")


@pytest.mark.parametrize("name", ["Bare", "Empty"])
def test_a_token_without_a_key_and_its_certificate_is_told(name: str, module: str) -> None:
    with pytest.raises(Problem, match="holds no RSA key"):
        token_identities(Path(module), tokens.PIN, NOW, "p", name)


def test_the_right_token_has_to_be_there(module: str, carried: Identity) -> None:
    with pytest.raises(Problem, match=r"“Tomas” is in no reader"):
        token_identities(Path(module), tokens.PIN, NOW, "p", "Tomas")
    with pytest.raises(Problem, match="more than one token"):
        token_identities(Path(module), tokens.PIN, NOW, "p")
    for gone in (Place(module, "Tomas", b"", b"x"), Place(module, "Mira", b"0000", b"\x0a\x3b")):
        with pytest.raises(Problem, match="in no reader"):
            sign(render(okr_note()), Signatory(replace(carried, token=gone.uri), "x", NOW, pin=tokens.PIN))
    elsewhere = replace(carried, token=replace(place_of(carried.token), key=b"zz").uri)
    with pytest.raises(Problem, match="not in the token any more"):
        sign(render(okr_note()), Signatory(elsewhere, "x", NOW, pin=tokens.PIN))


def test_a_key_of_somebody_else_is_told(carried: Identity, identity: Identity) -> None:
    mixed = replace(carried, certificate=identity.certificate)
    with pytest.raises(Problem, match="does not belong to your certificate"):
        sign(render(okr_note()), Signatory(mixed, "x", NOW, pin=tokens.PIN))


@pytest.mark.parametrize(("path", "words"), [("/nowhere/p11.so", "cannot be loaded"), (__file__, "cannot be loaded")])
def test_what_is_no_module_is_told(path: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        token_identities(Path(path), "1234", NOW)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (pkcs11.PinIncorrect(), "not the PIN"),
        (pkcs11.PinLocked(), "has locked its PIN"),
        (pkcs11.PinExpired(), "set anew"),
        (pkcs11.DeviceRemoved(), "no token in any reader"),
        (pkcs11.FunctionFailed(), "did not do what was asked"),
    ],
)
def test_what_a_token_complains_about_is_a_sentence(error: Exception, words: str) -> None:
    assert words in str(token_problem(error))


@pytest.mark.parametrize("uri", ["", "pkcs11:", "pkcs11:token=a;id=%01", "http://x?module-path=/m", "pkcs11:?&&;;=="])
def test_a_place_that_is_none_is_told(uri: str) -> None:
    with pytest.raises(Problem, match="not known where"):
        place_of(uri)


def test_any_place_survives_being_written() -> None:
    for label in ("Mira", "Müller; GmbH", "a?b&c=d%20", "李"):
        place = Place("/opt/a b&c/lib;x.so", label, b"\x00\xff;", b"?&%=")
        assert place_of(place.uri) == place
