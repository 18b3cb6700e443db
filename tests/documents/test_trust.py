"""Signers who are known by the authority that vouches for them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from desktop.documents.judging.verify import verify
from desktop.documents.keys.certifying import key_bytes, loaded_key, subject_of
from desktop.documents.keys.identity import make_identity
from desktop.documents.keys.root import issue, make_root, root_pem
from desktop.documents.papers.render import render
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, sign
from desktop.models.identity import Identity, Root
from desktop.models.response import Choice, Reply
from desktop.models.verdict import Outcome, Verdict
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE, MANAGER, okr_note
from tests.documents.tools import run

START = datetime(2026, 1, 1, tzinfo=UTC)
END = datetime(2036, 1, 1, tzinfo=UTC)
FIRM = "Example GmbH Notes"


@pytest.fixture(scope="module")
def root() -> Root:
    return make_root(FIRM, START)


@pytest.fixture(scope="module")
def other_root() -> Root:
    """Somebody else's authority of the same name."""
    return make_root(FIRM, START)


@pytest.fixture(scope="module")
def mira(root: Root) -> Identity:
    return issue(root, MANAGER, START)


def signed_by(identity: Identity, moment: datetime = SIGNED_AT) -> bytes:
    return sign(render(okr_note()), Signatory(identity, MANAGER.name, moment))


def judged(identity: Identity, *anchors: bytes) -> Verdict:
    return verify(signed_by(identity), "note.pdf", (), anchors)


def loaded(der: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(der)


def certificate(
    subject: x509.Name, key: rsa.RSAPrivateKey, *, signs: bool, extras: Sequence[x509.ExtensionType]
) -> x509.CertificateBuilder:
    """Return a certificate by hand, for documents or for other certificates, all but its issuer."""
    usage = x509.KeyUsage(signs, signs, False, False, False, not signs, not signs, False, False)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(START)
        .not_valid_after(END)
        .add_extension(usage, critical=True)
    )
    for extra in extras:
        builder = builder.add_extension(extra, critical=isinstance(extra, x509.BasicConstraints | x509.NameConstraints))
    return builder


def authority(*extras: x509.ExtensionType, name: str = FIRM, above: Root | None = None) -> Root:
    """Return an authority with other limits than ours, under itself or another one."""
    key, called = rsa.generate_private_key(65537, 2048), subject_of(name)
    issuer, issuing = (loaded(above.certificate).subject, loaded_key(above.key)) if above else (called, key)
    built = certificate(called, key, signs=False, extras=extras).issuer_name(issuer).sign(issuing, hashes.SHA256())
    return Root("r", name, built.public_bytes(serialization.Encoding.DER), key_bytes(key), START)


def person(root: Root, *extras: x509.ExtensionType, chain: bytes = b"") -> Identity:
    """Return an identity that `root` issued without asking whether it may."""
    key = rsa.generate_private_key(65537, 2048)
    builder = certificate(subject_of(MANAGER.name), key, signs=True, extras=extras or (DOCUMENTS, ADDRESS))
    built = builder.issuer_name(loaded(root.certificate).subject).sign(loaded_key(root.key), hashes.SHA256())
    own = built.public_bytes(serialization.Encoding.DER)
    return Identity("i", MANAGER.uid, own, key_bytes(key), START, chain or root.certificate)


DOCUMENTS = x509.ExtendedKeyUsage([x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")])
ADDRESS = x509.SubjectAlternativeName([x509.RFC822Name("mira@example.org")])
CA = x509.BasicConstraints(ca=True, path_length=None)


def test_whoever_the_firm_vouches_for_is_known(mira: Identity, root: Root) -> None:
    verdict = judged(mira, root.certificate)
    assert (verdict.outcome, verdict.reasons) == (Outcome.INTACT, ())
    (found,) = verdict.signatures
    assert (found.trusted, found.issuer, found.signer) == (True, FIRM, MANAGER.name)


def test_so_are_both_who_signed(mira: Identity, root: Root) -> None:
    tomas = issue(root, EMPLOYEE, START)
    both = countersign(fill(signed_by(mira), Reply(Choice.AGREE)), Signatory(tomas, EMPLOYEE.name, SIGNED_AT))
    verdict = verify(both, "note.pdf", (), [root.certificate])
    assert (verdict.outcome, [found.issuer for found in verdict.signatures]) == (Outcome.INTACT, [FIRM, FIRM])


def test_whoever_is_known_needs_nobody_to_vouch(mira: Identity, root: Root, identity: Identity) -> None:
    verdict = verify(signed_by(mira), "note.pdf", [mira.certificate], [root.certificate])
    assert (verdict.outcome, verdict.signatures[0].trusted) == (Outcome.INTACT, True)
    assert verify(signed_by(identity), "note.pdf", [identity.certificate], [root.certificate]).reasons == ()


def test_without_anybody_named_nobody_is_judged(mira: Identity) -> None:
    verdict = judged(mira)
    assert (verdict.outcome, verdict.signatures[0].trusted) == (Outcome.INTACT, False)


def test_the_chain_travels_in_the_file_and_openssl_follows_it(mira: Identity, root: Root, tmp_path: Path) -> None:
    path, pem, cms, signed = (tmp_path / name for name in ("note.pdf", "root.pem", "cms.der", "signed"))
    data = signed_by(mira)
    path.write_bytes(data)
    pem.write_bytes(root_pem(root))
    assert "Signature is Valid" in run("pdfsig", "-nocert", path).stdout
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]", data)
    assert found
    start, end, rest = map(int, found.groups())
    cms.write_bytes(bytes.fromhex(data[start + 1 : end - 1].decode()))
    signed.write_bytes(data[:start] + data[end : end + rest])
    said = run(
        "openssl", "cms", "-verify", "-inform", "DER", "-in", cms, "-content", signed, "-binary", "-CAfile", pem,
        "-purpose", "smimesign", "-attime", str(int(SIGNED_AT.timestamp())), "-out", tmp_path / "out",
    )  # fmt: skip
    assert said.returncode == 0, said.stderr


def test_an_authority_of_the_same_name_is_another_one(mira: Identity, other_root: Root) -> None:
    verdict = judged(mira, other_root.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert verdict.reasons == (
        f"{FIRM}, whom you trust, did not issue the certificate of Mira Solberg, or was not allowed to.",
    )
    assert (verdict.signatures[0].trusted, verdict.signatures[0].issuer) == (False, "")


def test_an_authority_that_is_not_known_is_named(root: Root) -> None:
    elsewhere = issue(make_root("Elsewhere {0} AG", START), MANAGER, START)
    verdict = judged(elsewhere, root.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert verdict.reasons == ("Elsewhere {0} AG vouches for Mira Solberg, but you do not know Elsewhere {0} AG.",)


def test_a_certificate_that_vouches_for_itself_is_only_unknown(root: Root, identity: Identity) -> None:
    verdict = judged(identity, root.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "You do not know the key" in verdict.reasons[0]


def test_a_root_that_somebody_brings_along_is_not_trusted_for_that(mira: Identity, other_root: Root) -> None:
    forged = replace(issue(other_root, MANAGER, START), chain=mira.chain + other_root.certificate)
    assert judged(forged, mira.chain).outcome is Outcome.UNKNOWN_SIGNER


def test_a_certificate_that_expired_before_it_signed_is_refused(root: Root) -> None:
    old = signed_by(person(root), END + timedelta(days=1))
    verdict = verify(old, "note.pdf", (), [root.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert "not valid on" in verdict.reasons[0]
    assert not verdict.signatures[0].trusted


def test_an_authority_that_had_expired_vouches_for_nobody() -> None:
    early = make_root(FIRM, START - timedelta(days=7400))
    verdict = judged(person(early), early.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "was not valid when it was signed" in verdict.reasons[0]


@pytest.mark.parametrize("constraints", [(), (x509.BasicConstraints(ca=False, path_length=None),)])
def test_a_person_cannot_vouch_for_others(constraints: tuple[x509.BasicConstraints, ...]) -> None:
    no_authority = authority(*constraints)
    verdict = judged(person(no_authority), no_authority.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "not that of an authority" in verdict.reasons[0]


def test_a_colleague_with_a_certificate_of_the_firm_cannot_vouch_either(root: Root, mira: Identity) -> None:
    as_root = Root("r", MANAGER.name, mira.certificate, mira.key, START)
    verdict = judged(person(as_root, chain=mira.certificate + root.certificate), root.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER


def test_an_authority_below_is_followed_where_it_may_exist_and_only_there() -> None:
    above = authority(CA, name="Example Holding")
    below = authority(x509.BasicConstraints(ca=True, path_length=0), name=FIRM, above=above)
    signer = person(below, chain=below.certificate)
    verdict = judged(signer, above.certificate)
    assert (verdict.outcome, verdict.signatures[0].issuer) == (Outcome.INTACT, "Example Holding")
    narrow = make_root("Example Holding", START)
    below = authority(CA, name=FIRM, above=narrow)
    verdict = judged(person(below, chain=below.certificate), narrow.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "or was not allowed to" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("domain", "outcome"), [("example.org", Outcome.INTACT), ("example.com", Outcome.UNKNOWN_SIGNER)]
)
def test_an_authority_for_one_domain_vouches_for_addresses_there_only(domain: str, outcome: Outcome) -> None:
    limits = x509.NameConstraints(permitted_subtrees=[x509.RFC822Name(domain)], excluded_subtrees=None)
    narrow = authority(CA, limits)
    verdict = judged(person(narrow), narrow.certificate)
    assert verdict.outcome is outcome
    assert bool(verdict.reasons) is (outcome is Outcome.UNKNOWN_SIGNER)


def test_a_certificate_for_web_servers_signs_no_notes(root: Root) -> None:
    server = person(root, x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.SERVER_AUTH]))
    verdict = judged(server, root.certificate)
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "not issued for signing documents" in verdict.reasons[0]


def test_the_key_of_another_person_of_the_firm_is_seen_as_theirs(root: Root, mira: Identity) -> None:
    noor = issue(root, replace(EMPLOYEE, name="Noor Ebbe"), START)
    both = countersign(fill(signed_by(mira), Reply(Choice.AGREE)), Signatory(noor, EMPLOYEE.name, SIGNED_AT))
    assert verify(both, "note.pdf", (), [root.certificate]).signatures[1].signer == "Noor Ebbe"


def test_the_manager_cannot_sign_for_the_employee_with_a_second_certificate(root: Root, mira: Identity) -> None:
    again = make_identity(MANAGER, START)
    assert again.certificate != mira.certificate
    both = countersign(fill(signed_by(mira), Reply(Choice.AGREE)), Signatory(again, EMPLOYEE.name, SIGNED_AT))
    assert verify(both, "note.pdf", (), [root.certificate]).outcome is Outcome.UNKNOWN_SIGNER
