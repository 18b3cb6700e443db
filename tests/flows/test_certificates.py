"""Certificates in files."""

import ssl
from pathlib import Path

import pytest

from desktop.documents.identity import make_identity
from desktop.flows.certificates import read_certificates
from desktop.models.ids import new_uid, now
from desktop.models.people import Person
from desktop.models.problems import Problem


def test_a_certificate_is_read_in_both_forms(tmp_path: Path) -> None:
    der = make_identity(Person(new_uid(), "Mira Solberg"), now()).certificate
    path = tmp_path / "mira.crt"
    path.write_bytes(der)
    assert read_certificates(path) == (der,)
    path.write_text("Mira\n" + ssl.DER_cert_to_PEM_cert(der) * 2)
    assert read_certificates(path) == (der, der)


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----", b"\x30\x03\x02\x01\x01"],
)
def test_anything_else_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mira.crt"
    path.write_bytes(data)
    with pytest.raises(Problem, match="holds no certificate"):
        read_certificates(path)
