"""A file for one key: nobody else opens it, not a bit of it changes unseen, other programs read it too."""

import random
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key

from desktop.documents.keys.certifying import subject_of
from desktop.documents.transfer import parcel as module
from desktop.documents.transfer.envelope import close, open_envelope
from desktop.documents.transfer.listing import read, told
from desktop.documents.transfer.parcel import is_transfer, pack, receiver_of, unpack
from desktop.documents.transfer.signature import read_signed, sign_content
from desktop.models.identity import Identity
from desktop.models.ids import now
from desktop.models.note import canonical, imported_note
from desktop.models.people import Person
from desktop.models.problems import Problem
from desktop.models.transfer import CarriedNote, CarriedPdf, CarriedPerson, Parcel
from tests.documents.notes import Spoken, okr_note, performance_note
from tests.keys import key_of

MIRA, ADA, OLA = (key_of(name) for name in ("Mira Solberg", "Ada Lindqvist", "Ola Nord"))
OTHER = Spoken(sealing=replace(Spoken().sealing, uid="other", series="other"))
CARRIED = tuple(
    CarriedNote(
        imported_note(note.content, "p"), (CarriedPdf(1, "A note.pdf", now(), b"%PDF-1.7 " + note.uid.encode()),)
    )
    for note in (okr_note(Spoken()), performance_note(OTHER))
)


def parcel(receiver: Identity = ADA) -> Parcel:
    people = (CarriedPerson(Person("p", "أحمد بن سليمان", "Engineer", "a@example.org"), "Support"),)
    to = receiver_of(receiver.certificate)
    return Parcel("u", now(), Person("m", "Mira Solberg"), to, people, CARRIED)


@pytest.fixture(scope="module")
def packed() -> bytes:
    """A file from Mira for Ada."""
    return pack(parcel(), MIRA, ADA.certificate)


def test_what_went_in_comes_out(packed: bytes) -> None:
    opened = unpack(packed, [OLA, ADA])
    assert (opened.parcel.people, opened.parcel.notes) == (parcel().people, CARRIED)
    assert opened.certificate == MIRA.certificate
    assert is_transfer(packed)
    assert b"Mira" not in packed
    assert b"manifest" not in packed


def test_no_bit_can_change(packed: bytes) -> None:
    chance = random.Random(7)
    head = range(900 * 8)  # all that stands before the encrypted bytes, and some of those
    flips = [*head, *chance.sample(range(len(packed) * 8), 400), *range((len(packed) - 40) * 8, len(packed) * 8)]
    for bit in flips:
        changed = bytearray(packed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Problem):
            unpack(bytes(changed), [ADA])


def test_a_file_cut_off_or_followed_by_more_is_refused(packed: bytes) -> None:
    for length in [*range(0, 1200, 7), *range(1200, len(packed), 499), len(packed) - 1]:
        with pytest.raises(Problem):
            unpack(packed[:length], [ADA])
    for more in (b"\0", b"\n", packed):
        with pytest.raises(Problem, match="changed or cut off"):
            unpack(packed + more, [ADA])


def test_nobody_else_opens_it(packed: bytes) -> None:
    with pytest.raises(Problem, match=r"another key than yours \(Ada Lindqvist\)"):
        unpack(packed, [OLA, MIRA])
    with pytest.raises(Problem, match="another key"):
        unpack(packed, [])
    with pytest.raises(Problem, match="in a token, which signs but opens nothing"):
        unpack(packed, [replace(ADA, key=b"", token="pkcs11:token=x")])
    with pytest.raises(Problem, match="changed or cut off"):
        unpack(packed, [replace(OLA, certificate=ADA.certificate)])


def test_a_signature_for_one_cannot_be_passed_on_to_another(packed: bytes) -> None:
    signed, _own = open_envelope(packed, [ADA])
    with pytest.raises(Problem, match="passed it on"):
        unpack(close(signed, OLA.certificate), [OLA])


def test_what_is_signed_cannot_change_behind_the_signature(packed: bytes) -> None:
    signed, _own = open_envelope(packed, [ADA])
    chance = random.Random(3)
    bits = [
        *range(80 * 8),
        *chance.sample(range(len(signed) * 8), 300),
        *range((len(signed) - 900) * 8, len(signed) * 8),
    ]
    for bit in bits:
        changed = bytearray(signed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Problem, match="signature of this file does not hold"):
            read_signed(bytes(changed))


def test_a_key_that_had_expired_signs_nothing(packed: bytes) -> None:
    old = key_of("Mira Solberg", -4000)
    with pytest.raises(Problem, match="was not valid on"):
        unpack(pack(parcel(), old, ADA.certificate), [ADA])


def archive(*entries: tuple[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return close(sign_content(buffer.getvalue(), MIRA, now()), ADA.certificate)


def parts() -> tuple[bytes, list[tuple[str, bytes]]]:
    listed, files = told(parcel())
    return listed, [(f"files/{name}", content) for name, content in files.items()]


def test_an_archive_that_is_not_whole_is_refused() -> None:
    listed, files = parts()
    assert unpack(archive(("manifest.json", listed), *files), [ADA]).parcel.notes == CARRIED
    wrong = [
        (("manifest.json", listed), *files[1:]),
        (("manifest.json", listed), *files, ("files/" + "0" * 64, b"more")),
        (("manifest.json", listed), *files, ("other", b"more")),
        (("manifest.json", listed), (files[0][0], b"other bytes"), *files[1:]),
        (("manifest.json", listed + b" "), *files),
        tuple(files),
        (("manifest.json", b"[]"), *files),
        (("manifest.json", b'{"a":1,"a":2}'), *files),
        (("manifest.json", b"[" * 100_000), *files),
    ]
    for entries in wrong:
        with pytest.raises(Problem, match="does not hold what a hand-over holds"):
            unpack(archive(*entries), [ADA])
    with pytest.raises(Problem, match="does not hold what a hand-over holds"):
        unpack(close(sign_content(b"no archive", MIRA, now()), ADA.certificate), [ADA])


def test_an_archive_that_unfolds_to_gigabytes_is_refused() -> None:
    listed, _files = parts()
    zeros = bytes(64 * 1024 * 1024)
    with pytest.raises(Problem, match="far more than a hand-over can hold"):
        unpack(archive(("manifest.json", listed), *((f"files/{n}", zeros) for n in range(5))), [ADA])
    with pytest.raises(Problem, match="far more than a hand-over can hold"):
        unpack(archive(("manifest.json", listed), *((f"files/{n}", b"") for n in range(50_001))), [ADA])
    assert len(archive(("x", zeros))) < 1_000_000 < module._MOST


def test_a_list_from_a_newer_program_says_so() -> None:
    listed, files = parts()
    newer = listed.replace(b'"version":1}', b'"version":2}')
    assert newer != listed
    with pytest.raises(Problem, match="newer Duologue"):
        unpack(archive(("manifest.json", newer), *files), [ADA])


def test_nothing_stands_twice_and_nobody_is_missing() -> None:
    first = CARRIED[0]
    for wrong in (
        replace(parcel(), notes=(first, first)),
        replace(parcel(), people=()),
        replace(parcel(), people=parcel().people * 2),
        replace(parcel(), notes=(replace(first, pdfs=first.pdfs * 2),)),
    ):
        with pytest.raises(Problem, match="does not hold"):
            read(*told(wrong))


def test_a_performance_note_has_no_place_for_a_score() -> None:
    record = CARRIED[1].note.content
    record["objectives"][0]["facts"][0]["score"] = "0.7"
    smuggled = replace(CARRIED[1], note=replace(CARRIED[1].note, record=canonical(record)))
    with pytest.raises(Problem, match="no place for “score”"):
        read(*told(replace(parcel(), notes=(smuggled,))))


def test_a_key_that_is_not_rsa_cannot_receive() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = subject_of("Eva Curve")
    builder = x509.CertificateBuilder(name, name, key.public_key(), 7, now(), now().replace(year=2030))
    certificate = builder.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    with pytest.raises(Problem, match="must be RSA"):
        close(b"content", certificate)


def test_openssl_and_any_unzip_program_read_it(packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(packed)
    key = load_der_private_key(ADA.key, None)
    plain = key.private_bytes(Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (tmp_path / "key").write_bytes(plain)
    (tmp_path / "cert").write_bytes(x509.load_der_x509_certificate(ADA.certificate).public_bytes(Encoding.PEM))
    opening = "openssl cms -decrypt -inform DER -in file -recip cert -inkey key -out signed"
    checking = "openssl cms -verify -binary -inform DER -in signed -noverify -out archive.zip"
    for command in (opening, checking):
        subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)
    with zipfile.ZipFile(tmp_path / "archive.zip") as found:
        assert found.testzip() is None
        assert len(found.namelist()) == 5
