"""What no signature covers inside a signature must agree with its twin that one does."""

from binascii import hexlify

import pytest

from desktop.documents.judging.arrival import judge
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.models.identity import Identity
from desktop.models.response import Arrival, Choice, Reply
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE

SHA256, SHA384 = bytes.fromhex("0609608648016503040201"), bytes.fromhex("0609608648016503040202")
VERSION, NEWER = bytes.fromhex("020101310f"), bytes.fromhex("020103310f")


@pytest.fixture(scope="module")
def both(okr_pdf: bytes, employee: Identity) -> bytes:
    return countersign(fill(okr_pdf, Reply(Choice.AGREE)), Signatory(employee, EMPLOYEE.name, SIGNED_AT))


def touched(pdf: bytes, old: bytes, new: bytes, last: bool = False) -> bytes:
    """Return the file with these bytes of its newest signature exchanged, the first or the last that are like that."""
    start = pdf.rindex(b"/Contents <")
    before, after = hexlify(old).upper(), hexlify(new).upper()
    at = pdf.rindex(before) if last else pdf.index(before, start)
    assert at > start
    return pdf[:at] + after + pdf[at + len(after) :]


@pytest.mark.parametrize(
    ("old", "new", "last"),
    [
        (VERSION, NEWER, False),
        (SHA256, SHA384, False),
        (b"Tomas", b"Domas", True),
        (bytes.fromhex("300d") + SHA256, bytes.fromhex("300c") + SHA256, False),
        (bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010703"), False),
    ],
)
def test_a_touched_envelope_is_refused(
    old: bytes, new: bytes, last: bool, both: bytes, okr_pdf: bytes, identity: Identity, employee: Identity
) -> None:
    known = ([identity.certificate], [employee.certificate])
    assert judge(both, okr_pdf, *known).arrival is Arrival.SIGNED
    assert judge(touched(both, old, new, last), okr_pdf, *known).arrival is Arrival.ALTERED
