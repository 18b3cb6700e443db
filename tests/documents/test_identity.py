"""The certificate a person signs with: what it says and what it may be used for."""

from datetime import UTC, datetime, timedelta

import asn1crypto.x509
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from desktop.documents.judging.signature import common_name
from desktop.documents.keys import certifying as module
from desktop.documents.keys.identity import make_identity
from desktop.models.identity import Identity
from desktop.models.people import Person
from tests.documents.notes import MANAGER

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def certificate_of(identity: Identity) -> x509.Certificate:
    return x509.load_der_x509_certificate(identity.certificate)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorter keys where only the certificate matters: making a long one takes up to a second."""
    monkeypatch.setattr(module, "_KEY_BITS", 1024)


def test_it_is_rsa_3072_and_vouches_for_itself(identity: Identity) -> None:
    certificate = certificate_of(identity)
    key = serialization.load_der_private_key(identity.key, None)
    assert isinstance(key, rsa.RSAPrivateKey)
    assert key.key_size == 3072
    certificate.verify_directly_issued_by(certificate)
    assert certificate.public_key() == key.public_key()
    assert (identity.person_uid, identity.created_at) == (MANAGER.uid, MOMENT)


def test_it_is_for_signing_documents_for_ten_years(identity: Identity) -> None:
    certificate = certificate_of(identity)
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.digital_signature and usage.content_commitment
    assert not usage.key_cert_sign
    purposes = [p.dotted_string for p in certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value]
    assert purposes == ["1.3.6.1.5.5.7.3.36", "1.3.6.1.5.5.7.3.4"]
    assert certificate.not_valid_before_utc < MOMENT
    assert certificate.not_valid_after_utc >= MOMENT + timedelta(days=3652)


def test_it_names_the_person_and_the_address(identity: Identity) -> None:
    certificate = certificate_of(identity)
    assert certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == "Mira Solberg"
    other = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert other.get_values_for_type(x509.RFC822Name) == ["mira@example.org"]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["Wolfeschlegel" * 23 + "!", "李" * 300, "  ", "a\x00b\nc", "Ł😀", "x" * 64, "x" * 65])
def test_any_name_fits(name: str) -> None:
    subject = certificate_of(make_identity(Person("p", name), MOMENT)).subject
    common = str(subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
    assert 1 <= len(common) <= 64
    assert common.isprintable()
    assert len(common.encode()) <= 64
    assert common.startswith(" ".join(name.split())[:1])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["Wolfeschlegelsteinhausenbergerdorff " * 8 + "the end", "李" * 300])
def test_a_name_that_was_cut_stands_in_full_beside_it_and_is_the_one_people_read(name: str) -> None:
    made = make_identity(Person("p", name), MOMENT)
    full = certificate_of(made).subject.get_attributes_for_oid(x509.ObjectIdentifier("2.5.4.41"))
    assert [attribute.value for attribute in full] == [name]
    assert common_name(asn1crypto.x509.Certificate.load(made.certificate)) == name


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("email", ["", "grüße@example.org", "a@b"])
def test_an_address_is_named_only_where_a_certificate_can_hold_it(email: str) -> None:
    certificate = certificate_of(make_identity(Person("p", "Ada", email=email), MOMENT))
    held = [
        address
        for extension in certificate.extensions
        if isinstance(extension.value, x509.SubjectAlternativeName)
        for address in extension.value.get_values_for_type(x509.RFC822Name)
    ]
    assert held == ([email] if email and email.isascii() else [])


@pytest.mark.usefixtures("small")
def test_each_identity_is_its_own() -> None:
    made = [make_identity(MANAGER, MOMENT) for _number in range(2)]
    assert made[0].uid != made[1].uid
    assert made[0].fingerprint != made[1].fingerprint
