"""A file that one manager hands over to another: a zip archive, signed by the sender, for the receiver's key alone.

Signed first, then closed: who carries the file sees neither what is in it nor who sent it, and what the sender signs
names the receiver. Everything in it is standard: `openssl cms -decrypt`, `openssl cms -verify` and an unzip program
read it as well, in twenty years too.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from asn1crypto import x509

from desktop.documents.judging.trust import Trust
from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.transfer.envelope import close, is_envelope, open_envelope
from desktop.documents.transfer.listing import Files, read, told
from desktop.documents.transfer.signature import read_signed, sign_content
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.transfer import Parcel, Unpacked
from desktop.wording import day

_LIST, _FOLDER = "manifest.json", "files/"
_MOST = 256 * 1024 * 1024
"""Bytes that an archive may unfold to; the file itself has at most 100 MB."""
_MOST_FILES, _ENTRY = 50_000, b"PK\x01\x02"
"""Files in an archive, and what begins each entry of its list."""

_NONE = "This is no hand-over file, or its beginning is damaged; ask for it to be sent again."
_STRANGE = "This file does not hold what a hand-over holds, so nothing of it was taken over; ask for it anew."
_BOMB = "This file unfolds to far more than a hand-over can hold; it may be made to do harm."
_PASSED_ON = (
    "This file was handed over to somebody else, who passed it on with another's signature; ask the sender for one "
    "that is made for you. Nothing was taken over."
)
_EXPIRED = "The key that signed this file was not valid on {day}, when it was made; ask for it with a key of today."


def is_transfer(data: bytes) -> bool:
    """Return whether a file begins like one that somebody hands over."""
    return is_envelope(data)


def receiver_of(certificate: bytes) -> str:
    """Return how a parcel names the one who may open it: the SHA-256 (hex) of their certificate (DER)."""
    return hashlib.sha256(certificate).hexdigest()


def pack(parcel: Parcel, sender: Identity, receiver: bytes, pin: str = "") -> bytes:
    """Return the file with `parcel`, signed by `sender` (in a token: with its `pin`), for a certificate (DER).

    Raises Problem if that key cannot open such files or the token refuses.
    """
    if parcel.receiver != receiver_of(receiver):
        raise ValueError("a parcel is made for the receiver it names")
    signed = sign_content(_zipped(parcel), sender, parcel.made_at, pin)
    if read(*_unzipped(read_signed(signed).content)) != parcel:
        raise Problem("The file did not pass its own check, so it was not made; try again, or choose fewer notes.")
    return close(signed, receiver)


def unpack(data: bytes, identities: Sequence[Identity]) -> Unpacked:
    """Return what is in a file that one of the `identities` can open.

    Raises Problem if it is none, damaged, for somebody else, or not signed as it is.
    """
    if not is_envelope(data):
        raise Problem(_NONE)
    opened, own = open_envelope(data, identities)
    signed = read_signed(opened)
    parcel = read(*_unzipped(signed.content))
    if parcel.receiver != receiver_of(own.certificate):
        raise Problem(_PASSED_ON)
    if not certificate_facts(signed.certificate).holds_at(parcel.made_at):
        raise Problem(_EXPIRED, day=day(parcel.made_at.astimezone().date()))
    return Unpacked(parcel, signed.certificate, tuple(signed.issuers))


def issuer_of(unpacked: Unpacked, roots: Sequence[bytes]) -> str:
    """Return which of the trusted `roots` (DER) vouches for whoever signed, "" if none does."""
    signer = x509.Certificate.load(unpacked.certificate)
    others = [x509.Certificate.load(each) for each in unpacked.issuers]
    return Trust(anchors=roots).vouched_for(signer, others, unpacked.parcel.made_at).issuer


def _zipped(parcel: Parcel) -> bytes:
    listed, files = told(parcel)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((_LIST, listed), *((_FOLDER + name, files[name]) for name in sorted(files))):
            archive.writestr(_entry(name), content)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that says nothing of this machine or its clock."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _unzipped(content: bytes) -> tuple[bytes, Files]:
    """Return list and files of an archive; raise Problem if it is none, or would unfold to far more than it should."""
    if content.count(_ENTRY) > _MOST_FILES:
        raise Problem(_BOMB)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            found = dict(_entries(archive))
    except Problem:
        raise
    except Exception:  # an archive made to be malformed can fail the reader in any way
        raise Problem(_STRANGE) from None
    listed = found.pop(_LIST, b"")
    files = {name.removeprefix(_FOLDER): file for name, file in found.items()}
    if any(hashlib.sha256(file).hexdigest() != name for name, file in files.items()):
        raise Problem(_STRANGE)
    return listed, files


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if sum(entry.file_size for entry in entries) > _MOST:
        raise Problem(_BOMB)
    if len({entry.filename for entry in entries}) != len(entries):
        raise Problem(_STRANGE)
    for entry in entries:
        yield entry.filename, archive.read(entry)  # reads no more than the size it says
