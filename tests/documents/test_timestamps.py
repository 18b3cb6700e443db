"""An independent time beside the signature, where somebody gives one; never an obstacle where nobody does."""

import socket
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography.x509 import ExtendedKeyUsageOID
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.documents.judging.verify import verify
from desktop.documents.papers.render import render
from desktop.documents.signing import stamping
from desktop.documents.signing.sign import Signatory, sign
from desktop.documents.signing.timestamps import Stamped, sign_stamped
from desktop.models.identity import Identity
from desktop.models.problems import Unstamped
from desktop.models.verdict import Outcome
from tests.documents import stampers
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, okr_note
from tests.documents.stampers import NAME, STAMPED_AT, serving
from tests.documents.tools import run, validators


@pytest.fixture(scope="module")
def pages() -> bytes:
    return render(okr_note())


@pytest.fixture(scope="module")
def with_stamp(pages: bytes, identity: Identity) -> bytes:
    with serving(stampers.honest(stampers.authority())) as address:
        signed = sign_stamped(pages, Signatory(identity, MANAGER.name, SIGNED_AT), address)
    assert signed.warning == ""
    return signed.pdf


def asked(pages: bytes, identity: Identity, address: str) -> Stamped:
    return sign_stamped(pages, Signatory(identity, MANAGER.name, SIGNED_AT), address)


def test_a_stamp_is_found_with_its_time_and_who_gave_it(with_stamp: bytes, identity: Identity) -> None:
    verdict = verify(with_stamp, "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.reasons) == (Outcome.INTACT, ())
    (found,) = verdict.signatures
    assert (found.time, found.stamped_at, found.stamped_by) == (SIGNED_AT, STAMPED_AT, NAME)


def test_other_readers_find_it_sound(with_stamp: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(with_stamp)
    assert "Signature is Valid" in run("pdfsig", path).stdout
    assert [judge(path) for judge in validators()] == [""] * len(validators())


def test_openssl_finds_the_stamp_on_the_signature(with_stamp: bytes, tmp_path: Path) -> None:
    token, value = token_of(with_stamp)
    (tmp_path / "token").write_bytes(token.dump())
    (tmp_path / "value").write_bytes(value)
    authority = token["content"]["certificates"][0].chosen.dump()
    (tmp_path / "tsa.der").write_bytes(authority)
    run("openssl", "x509", "-inform", "DER", "-in", tmp_path / "tsa.der", "-out", tmp_path / "tsa.pem")
    said = run(
        "openssl", "ts", "-verify", "-in", tmp_path / "token", "-token_in", "-data", tmp_path / "value",
        "-CAfile", tmp_path / "tsa.pem", "-attime", str(int(STAMPED_AT.timestamp())),
    )  # fmt: skip
    assert "Verification: OK" in said.stdout + said.stderr, said.stderr


def token_of(pdf: bytes) -> tuple[cms.ContentInfo, bytes]:
    """Return the timestamp and the signature value that it speaks of."""
    signer = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures[0].signer_info
    (token,) = (each["values"][0] for each in signer["unsigned_attrs"])
    return token, signer["signature"].native


def test_without_an_authority_nobody_is_asked(okr_pdf: bytes) -> None:
    (found,) = verify(okr_pdf, "note.pdf").signatures
    assert (found.stamped_at, found.stamped_by) == (None, "")


def garbage(body: bytes) -> stampers.Answer:
    return lambda asked: (200, body)


FAILING: list[tuple[Callable[[], stampers.Answer], str]] = [
    (lambda: lambda asked: (500, b""), "refused"),
    (lambda: lambda asked: (404, b"not here"), "refused"),
    (lambda: stampers.refusing, "refused"),
    (lambda: garbage(b""), "no valid timestamp"),
    (lambda: garbage(b"<html>hello</html>"), "no valid timestamp"),
    (lambda: garbage(bytes(1_000_000)), "no valid timestamp"),
    (lambda: garbage(b"\x30\x03\x02\x01\x00"), "no valid timestamp"),
    (lambda: stampers.about_something_else(stampers.authority()), "no valid timestamp"),
    (lambda: stampers.honest(stampers.authority(ExtendedKeyUsageOID.CODE_SIGNING)), "no valid timestamp"),
    (lambda: stampers.honest(stampers.authority(at=SIGNED_AT.replace(year=2040))), "no valid timestamp"),
]


@pytest.mark.parametrize(("make", "words"), FAILING, ids=range(len(FAILING)))
def test_a_failing_authority_is_told_and_the_note_is_signed_all_the_same(
    make: Callable[[], stampers.Answer], words: str, pages: bytes, identity: Identity
) -> None:
    with serving(make()) as address:
        signed = asked(pages, identity, address)
    assert words in signed.warning and "127.0.0.1" in signed.warning
    verdict = verify(signed.pdf, "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.signatures[0].stamped_at) == (Outcome.INTACT, None)


def test_nobody_there_is_told(pages: bytes, identity: Identity) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        signed = asked(pages, identity, f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert "cannot be reached" in signed.warning
    assert verify(signed.pdf, "note.pdf").intact


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "file:///etc/passwd", "hello", "http://", "https://[::1", "http://a b"]
)
def test_an_address_that_is_none_is_told(address: str, pages: bytes, identity: Identity) -> None:
    signed = asked(pages, identity, address)
    assert "timestamp authority" in signed.warning
    assert verify(signed.pdf, "note.pdf").intact


def test_a_slow_authority_holds_nobody_up(pages: bytes, identity: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stamping.SECONDS == 10
    monkeypatch.setattr(stamping, "SECONDS", 0.2)
    with stampers.silent() as address:
        began = time.monotonic()
        signed = asked(pages, identity, address)
        took = time.monotonic() - began
    assert "did not answer in time" in signed.warning
    assert took < 5
    assert verify(signed.pdf, "note.pdf").intact


def test_whoever_asks_directly_is_told_by_a_problem(pages: bytes, identity: Identity) -> None:
    with serving(stampers.refusing) as address, pytest.raises(Unstamped, match="refused"):
        sign(pages, Signatory(identity, MANAGER.name, SIGNED_AT), "", stamping.Stamper(address))


def test_a_stamp_that_was_exchanged_is_found(with_stamp: bytes, identity: Identity) -> None:
    """The stamp lies outside of what is signed: another one can be put there, but not one that fits."""
    token, _value = token_of(with_stamp)
    inside = token["content"]["encap_content_info"]["content"].native["gen_time"]
    assert inside == STAMPED_AT
    at = with_stamp.index(b"20261120100730".hex().encode())
    later = with_stamp[:at] + b"20261120100830".hex().encode() + with_stamp[at + 28 :]
    verdict = verify(later, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert "timestamp beside the signature of Mira Solberg is broken" in verdict.reasons[0]
