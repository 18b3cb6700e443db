"""Keys in files of their own, roots and the identities they issue: what goes in, comes out; judged by OpenSSL too."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12

from desktop.documents.judging.verify import verify
from desktop.documents.keys import certifying
from desktop.documents.keys.certifying import split_chain
from desktop.documents.keys.pkcs12 import read_pkcs12, write_pkcs12
from desktop.documents.keys.root import issue, make_root, read_root, root_pem, write_root
from desktop.documents.papers.render import render
from desktop.documents.signing.sign import Signatory, sign
from desktop.models.identity import Identity, Root
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, okr_note
from tests.documents.tools import run

PASS = "four calm words here"
LATER = SIGNED_AT + timedelta(days=1)


@pytest.fixture(scope="module")
def root() -> Root:
    return make_root("Example GmbH Notes", SIGNED_AT)


@pytest.fixture(scope="module")
def issued(root: Root) -> Identity:
    return issue(root, MANAGER, SIGNED_AT)


def test_a_key_comes_back_as_it_went(identity: Identity) -> None:
    back = read_pkcs12(write_pkcs12(identity, "Mira", PASS), PASS, "p-1", LATER)
    assert (back.certificate, back.key, back.person_uid) == (identity.certificate, identity.key, "p-1")


def test_openssl_opens_it_with_the_passphrase_only(identity: Identity, tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(write_pkcs12(identity, "Mira", PASS))
    asked = ["openssl", "pkcs12", "-in", str(path), "-nodes", "-passin"]
    assert b"PRIVATE KEY" in subprocess.run([*asked, f"pass:{PASS}"], capture_output=True, check=True).stdout
    assert subprocess.run([*asked, "pass:wrong"], capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize(("passphrase", "sentence"), [("", "at least 8"), ("short", "at least 8")])
def test_a_weak_passphrase_is_refused(passphrase: str, sentence: str, identity: Identity) -> None:
    with pytest.raises(Problem, match=sentence):
        write_pkcs12(identity, "Mira", passphrase)


def test_what_is_no_key_is_told(identity: Identity) -> None:
    good = write_pkcs12(identity, "Mira", PASS)
    cases = {
        "does not open": (good, "wrong"),
        "holds no key": (b"%PDF-1.7", PASS),
        "no key": (good[: len(good) // 2], PASS),
        "expired": (good, PASS),
    }
    for sentence, (data, passphrase) in cases.items():
        moment = datetime(2050, 1, 1, tzinfo=UTC) if sentence == "expired" else LATER
        with pytest.raises(Problem, match=sentence):
            read_pkcs12(data, passphrase, "", moment)
    with pytest.raises(Problem, match="valid from"):
        read_pkcs12(good, PASS, "", datetime(2000, 1, 1, tzinfo=UTC))


def test_a_key_that_no_reader_takes_is_told() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    data = pkcs12.serialize_key_and_certificates(
        b"x", key, None, None, serialization.BestAvailableEncryption(b"12345678")
    )
    with pytest.raises(Problem, match="no key with its certificate|must be RSA"):
        read_pkcs12(data, "12345678", "", LATER)


def test_a_root_vouches_for_a_person(root: Root, issued: Identity, tmp_path: Path) -> None:
    pdf = sign(render(okr_note()), Signatory(issued, MANAGER.name, LATER))
    verdict = verify(pdf, "", anchors=[root.certificate])
    assert verdict.outcome is Outcome.INTACT
    assert (verdict.signatures[0].trusted, verdict.signatures[0].issuer) == (True, "Example GmbH Notes")
    (tmp_path / "root.pem").write_bytes(root_pem(root))
    certificate = x509.load_der_x509_certificate(issued.certificate).public_bytes(serialization.Encoding.PEM)
    (tmp_path / "leaf.pem").write_bytes(certificate)
    asked = ["openssl", "verify", "-no_check_time", "-CAfile", str(tmp_path / "root.pem"), str(tmp_path / "leaf.pem")]
    assert subprocess.run(asked, capture_output=True, check=False).returncode == 0


def test_another_root_of_the_same_name_does_not(issued: Identity) -> None:
    other = make_root("Example GmbH Notes", SIGNED_AT)
    verdict = verify(sign(render(okr_note()), Signatory(issued, MANAGER.name, LATER)), "", anchors=[other.certificate])
    assert (verdict.outcome, verdict.signatures[0].issuer) == (Outcome.UNKNOWN_SIGNER, "")


def test_a_person_vouches_for_nobody(identity: Identity, issued: Identity) -> None:
    forged = Root("r", "x", issued.certificate, issued.key, SIGNED_AT)
    stranger = issue(forged, Person("x", "Mira Solberg"), SIGNED_AT)
    verdict = verify(sign(render(okr_note()), Signatory(stranger, "x", LATER)), "", anchors=[issued.certificate])
    assert verdict.outcome is not Outcome.INTACT


def test_an_issued_identity_keeps_its_issuer_on_the_way(root: Root, issued: Identity) -> None:
    back = read_pkcs12(write_pkcs12(issued, "Mira", PASS), PASS, "", LATER)
    assert split_chain(back.chain) == (root.certificate,)


def test_a_root_comes_back_and_a_person_is_none(root: Root, issued: Identity) -> None:
    back = read_root(write_root(root, PASS), PASS, LATER)
    assert (back.certificate, back.key, back.name) == (root.certificate, root.key, "Example GmbH Notes")
    with pytest.raises(Problem, match="key of one person"):
        read_root(write_pkcs12(issued, "Mira", PASS), PASS, LATER)


def test_an_expired_root_issues_nothing(root: Root) -> None:
    with pytest.raises(Problem, match="has expired"):
        issue(root, MANAGER, datetime(2060, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("bits", [2048, 4096])
def test_there_is_room_for_the_longest_names_and_keys(
    bits: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(certifying, "_KEY_BITS", bits)
    firm = make_root("李" * 400, SIGNED_AT)
    made = issue(firm, Person("p", "Łódź " * 200, email="x" * 300 + "@example.org"), SIGNED_AT)
    path = tmp_path / "note.pdf"
    path.write_bytes(sign(render(okr_note()), Signatory(made, "M", LATER)))
    assert "Signature is Valid" in run("pdfsig", path).stdout
    assert verify(path.read_bytes(), "", anchors=[firm.certificate]).outcome is Outcome.INTACT
