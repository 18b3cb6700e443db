"""Revisions added to a signed note and broken signatures: none of them passes, each gets one clear sentence."""

import pytest

from desktop.documents.judging.verify import verify
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome
from tests.documents import broken, revisions
from tests.documents.attacks import Attack

ADDED = "Something other than an answer was changed or added after Mira Solberg signed on 20 Nov 2026"
BYTES = "The pages or the attached record were changed after Mira Solberg signed on 20 Nov 2026"
BROKEN = "There is a signature in this file, but it is broken and cannot be checked."
TAKEN = "The signature was taken out of this file after it had been signed."
SCRIPT = "There is a script in this file; Duologue never runs it, but other programs may."
SAID = {
    "remove_signature_later": TAKEN,
    "remove_fields": TAKEN,
    "without_contents": BROKEN,
    "zero_contents": BROKEN,
    "without_byte_range": BROKEN,
    "one_part_byte_range": BROKEN,
    "empty_byte_range": BYTES,
    "negative_byte_range": BYTES,
    "huge_byte_range": BYTES,
    "early_gap": BYTES,
    "late_gap": BYTES,
}
"""What is said of an attack; of all others it is `ADDED`."""


@pytest.mark.parametrize("attack", (*revisions.LATER, *broken.BROKEN), ids=lambda attack: attack.__name__)
def test_it_is_found_and_said(attack: Attack, okr_pdf: bytes, identity: Identity) -> None:
    altered = attack(okr_pdf)
    assert altered != okr_pdf
    verdict = verify(altered, "note.pdf", [identity.certificate])
    assert verdict.outcome is Outcome.ALTERED
    assert not any(found.intact for found in verdict.signatures)
    reason, *script = verdict.reasons
    assert script == ([SCRIPT] if attack is revisions.script_in_field else [])
    assert reason.startswith(SAID.get(attack.__name__, ADDED))


@pytest.mark.parametrize("attack", broken.TORN, ids=lambda attack: attack.__name__)
def test_a_file_whose_end_was_torn_is_no_longer_read(attack: Attack, okr_pdf: bytes) -> None:
    with pytest.raises(Problem, match="may be damaged or cut off"):
        verify(attack(okr_pdf), "note.pdf")


@pytest.mark.parametrize("attack", revisions.HONEST, ids=lambda attack: attack.__name__)
def test_a_program_may_write_its_name_and_the_moment(attack: Attack, okr_pdf: bytes, identity: Identity) -> None:
    verdict = verify(attack(okr_pdf), "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.reasons) == (Outcome.INTACT, ())


def test_a_signature_over_another_file_is_not_ours(okr_pdf: bytes, performance_pdf: bytes) -> None:
    start, end = okr_pdf.index(b"/Contents <") + 11, okr_pdf.index(b">", okr_pdf.index(b"/Contents <"))
    other = performance_pdf.index(b"/Contents <") + 11
    moved = okr_pdf[:start] + performance_pdf[other : other + end - start] + okr_pdf[end:]
    verdict = verify(moved, "note.pdf")
    assert verdict.outcome is Outcome.ALTERED
    assert verdict.reasons[0].startswith(BYTES)
