"""Certificates in files."""

import ssl

import pytest

from desktop.documents.keys.certificates import read_certificates
from desktop.documents.keys.identity import make_identity
from desktop.models.ids import new_uid, now
from desktop.models.people import Person
from desktop.models.problems import Problem


def test_a_certificate_is_read_in_both_forms() -> None:
    der = make_identity(Person(new_uid(), "Mira Solberg"), now()).certificate
    assert read_certificates(der) == (der,)
    pem = "Mira\n" + ssl.DER_cert_to_PEM_cert(der) * 2
    assert read_certificates(pem.encode()) == (der, der)


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----", b"\x30\x03\x02\x01\x01"],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(Problem, match="holds no certificate"):
        read_certificates(data)
