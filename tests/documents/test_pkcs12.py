"""Keys that travel in a file: written so that others open them, read from what others wrote."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificateIssuerPrivateKeyTypes
from cryptography.hazmat.primitives.serialization import pkcs12

from desktop.documents.judging.verify import verify
from desktop.documents.keys.pkcs12 import read_pkcs12, write_pkcs12
from desktop.documents.keys.root import issue, make_root
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, okr_note
from tests.documents.tools import run

PASSPHRASE = "correct horse, grüner Hund"
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def written(identity: Identity) -> bytes:
    return write_pkcs12(identity, "Mira Solberg", PASSPHRASE)


def made(key: CertificateIssuerPrivateKeyTypes) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Noor Ebbe")])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), 7)  # type: ignore[arg-type]
        .not_valid_before(START)
        .not_valid_after(END)
    )
    return builder.sign(key, hashes.SHA256())


def packed(key: CertificateIssuerPrivateKeyTypes | None, certificate: x509.Certificate | None) -> bytes:
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, locked)  # type: ignore[arg-type]


def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


def test_what_was_written_comes_back_and_signs(written: bytes, identity: Identity) -> None:
    back = read_pkcs12(written, PASSPHRASE, "p-9", SIGNED_AT)
    assert (back.certificate, back.key, back.person_uid) == (identity.certificate, identity.key, "p-9")
    assert (back.created_at, back.chain, back.token) == (SIGNED_AT, b"", "")
    assert back.uid != identity.uid
    pdf = sign(render(okr_note()), Signatory(back, MANAGER.name, SIGNED_AT))
    assert verify(pdf, "note.pdf", [identity.certificate]).outcome is Outcome.INTACT


def test_openssl_opens_it_and_finds_strong_ciphers(written: bytes, tmp_path: Path) -> None:
    path = tmp_path / "mira.p12"
    path.write_bytes(written)
    said = run("openssl", "pkcs12", "-in", path, "-info", "-nodes", "-passin", f"pass:{PASSPHRASE}")
    assert said.returncode == 0
    assert said.stderr.count("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256") == 2
    assert "PRIVATE KEY" in said.stdout and "friendlyName: Mira Solberg" in said.stdout


def test_the_chain_travels_along(tmp_path: Path) -> None:
    root = make_root("Example GmbH Notes", START)
    issued = issue(root, MANAGER, START)
    data = write_pkcs12(issued, "Mira", PASSPHRASE)
    assert read_pkcs12(data, PASSPHRASE, "p", SIGNED_AT).chain == root.certificate
    (tmp_path / "mira.p12").write_bytes(data)
    said = run("openssl", "pkcs12", "-in", tmp_path / "mira.p12", "-nokeys", "-passin", f"pass:{PASSPHRASE}")
    assert said.stdout.count("BEGIN CERTIFICATE") == 2


@pytest.mark.parametrize("options", [("-legacy",), ("-aes256",), ("-keypbe", "PBE-SHA1-3DES", "-certpbe", "NONE")])
def test_files_of_openssl_open_the_old_ones_too(options: tuple[str, ...], tmp_path: Path) -> None:
    key, made_by = tmp_path / "key.pem", tmp_path / "certificate.pem"
    run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", made_by, "-subj", "/CN=Noor"
    )
    out = tmp_path / "noor.p12"
    said = run(
        "openssl", "pkcs12", "-export", "-inkey", key, "-in", made_by, "-out", out, "-passout", "pass:1234", *options
    )
    assert said.returncode == 0, said.stderr
    back = read_pkcs12(out.read_bytes(), "1234", "p", datetime.now(UTC) + timedelta(hours=1))
    assert x509.load_der_x509_certificate(back.certificate).subject.rfc4514_string() == "CN=Noor"
    assert back.key


@pytest.mark.parametrize("wrong", ["", "correct horse", PASSPHRASE.upper(), "\ud800"])
def test_a_wrong_passphrase_is_told(wrong: str, written: bytes) -> None:
    with pytest.raises(Problem, match="passphrase"):
        read_pkcs12(written, wrong, "p", SIGNED_AT)


@pytest.mark.parametrize("weak", ["", "   ", " " * 20, "1234567"])
def test_a_file_is_never_written_without_a_real_passphrase(weak: str, identity: Identity) -> None:
    with pytest.raises(Problem, match="at least 8"):
        write_pkcs12(identity, "Mira", weak)


def test_a_key_in_a_token_cannot_be_exported(identity: Identity) -> None:
    away = Identity("u", "p", identity.certificate, b"", START, token="pkcs11:token=x")
    with pytest.raises(Problem, match="token"):
        write_pkcs12(away, "Mira", PASSPHRASE)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"hello",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"\x30\x03\x02\x01\x03",
    ],
)
def test_what_is_no_such_file_is_told(damage: Callable[[bytes], bytes], written: bytes) -> None:
    with pytest.raises(Problem, match="no key|cannot be read|does not open"):
        read_pkcs12(damage(written), PASSPHRASE, "p", SIGNED_AT)


def test_a_byte_that_changed_anywhere_is_a_sentence(written: bytes) -> None:
    for at in range(0, len(written), 97):
        damaged = written[:at] + bytes([written[at] ^ 0x55]) + written[at + 1 :]
        try:
            read_pkcs12(damaged, PASSPHRASE, "p", SIGNED_AT)
        except Problem as problem:
            assert str(problem).endswith(".")


def test_certificates_without_a_key_are_told() -> None:
    with pytest.raises(Problem, match="no key with its certificate"):
        read_pkcs12(packed(None, made(rsa_key())), PASSPHRASE, "p", SIGNED_AT)


def test_a_key_without_its_certificate_is_told() -> None:
    with pytest.raises(Problem, match="no key with its certificate"):
        read_pkcs12(packed(rsa_key(), None), PASSPHRASE, "p", SIGNED_AT)


@pytest.mark.parametrize("make", [lambda: ec.generate_private_key(ec.SECP256R1()), lambda: rsa_key(1024)])
def test_other_keys_are_refused_and_told_what_signs_here(make: Callable[[], CertificateIssuerPrivateKeyTypes]) -> None:
    key = make()
    with pytest.raises(Problem, match="RSA with 2048 to 4096 bits"):
        read_pkcs12(packed(key, made(key)), PASSPHRASE, "p", SIGNED_AT)


def test_a_certificate_out_of_its_time_is_refused_with_the_day() -> None:
    key = rsa_key()
    data = packed(key, made(key))
    with pytest.raises(Problem, match=r"expired on 1 Jan 2028"):
        read_pkcs12(data, PASSPHRASE, "p", END + timedelta(seconds=1))
    with pytest.raises(Problem, match=r"valid from 1 Jan 2026 on"):
        read_pkcs12(data, PASSPHRASE, "p", START - timedelta(seconds=1))
    assert read_pkcs12(data, PASSPHRASE, "p", SIGNED_AT)


def test_strangers_in_the_file_are_left_there() -> None:
    key = rsa_key()
    locked = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    data = pkcs12.serialize_key_and_certificates(b"x", key, made(key), [made(rsa_key())], locked)
    assert read_pkcs12(data, PASSPHRASE, "p", SIGNED_AT).chain == b""


def test_a_key_whose_numbers_are_wrong_is_found_at_import() -> None:
    key = rsa_key()
    numbers = key.private_numbers()
    composite = rsa.RSAPrivateNumbers(
        numbers.p, numbers.q, numbers.d + 2, numbers.dmp1, numbers.dmq1, numbers.iqmp, numbers.public_numbers
    ).private_key(unsafe_skip_rsa_key_validation=True)
    with pytest.raises(Problem, match="damaged|holds no key"):
        read_pkcs12(packed(composite, made(key)), PASSPHRASE, "p", SIGNED_AT)
