"""What a returned file is: every verdict, in the order in which the questions must be asked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.drawing import field_names as names
from desktop.documents.judging.arrival import judge
from desktop.documents.papers.render import render
from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign, sign
from desktop.models.identity import Identity
from desktop.models.note import Note
from desktop.models.problems import Locked
from desktop.models.response import Arrival, Choice, Reply, Returned
from tests.documents import attacks, broken, replies, revisions
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE, MANAGER, Spoken, okr_note
from tests.documents.tools import run

WORDS = Reply(Choice.DISAGREE, "I see it otherwise.", scores_used=False)
Ask = Callable[[bytes], Returned]


@pytest.fixture
def ask(okr_pdf: bytes, identity: Identity, employee: Identity) -> Ask:
    """A function that judges a file as the return of the OKR note, with both keys known."""
    return lambda data: judge(data, okr_pdf, [identity.certificate], [employee.certificate])


def test_what_was_given_away_is_unchanged(ask: Ask, okr_pdf: bytes) -> None:
    assert ask(okr_pdf) == Returned(Arrival.UNCHANGED, Reply())


@pytest.mark.parametrize("write", [fill, lambda pdf, reply: replies.answered_by_pdfjs(pdf, reply.comment)])
def test_an_answer_without_a_signature(write: Callable[[bytes, Reply], bytes], ask: Ask, okr_pdf: bytes) -> None:
    returned = ask(write(okr_pdf, WORDS))
    assert (returned.arrival, returned.reply.comment, returned.reasons) == (Arrival.ANSWERED, WORDS.comment, ())
    assert (returned.signer, returned.certificate) == ("", b"")


def test_an_answer_with_a_signature_names_its_signer(ask: Ask, okr_pdf: bytes, employee: Identity) -> None:
    returned = ask(countersign(fill(okr_pdf, WORDS), Signatory(employee, EMPLOYEE.name, SIGNED_AT)))
    assert (returned.arrival, returned.reply, returned.reasons) == (Arrival.SIGNED, WORDS, ())
    assert (returned.signer, returned.signed_at) == (EMPLOYEE.name, SIGNED_AT)
    assert (returned.fingerprint, returned.certificate) == (employee.fingerprint, employee.certificate)


@pytest.mark.parametrize(("known", "words"), [(False, "do not know the key"), (True, "not the one you know")])
def test_a_key_that_is_not_pinned_is_to_be_compared(
    known: bool, words: str, okr_pdf: bytes, identity: Identity, employee: Identity, imposter: Identity
) -> None:
    pdf = countersign(fill(okr_pdf, WORDS), Signatory(imposter, EMPLOYEE.name, SIGNED_AT))
    returned = judge(pdf, okr_pdf, [identity.certificate], [employee.certificate] if known else [])
    assert (returned.arrival, returned.reply, returned.certificate) == (
        Arrival.UNKNOWN_SIGNER,
        WORDS,
        imposter.certificate,
    )
    assert words in returned.reasons[0]


def test_the_managers_key_in_the_employees_field_is_refused(ask: Ask, okr_pdf: bytes, identity: Identity) -> None:
    returned = ask(countersign(okr_pdf, Signatory(identity, EMPLOYEE.name, SIGNED_AT)))
    assert returned.arrival is Arrival.ALTERED
    assert "key of the manager" in returned.reasons[0]


@pytest.mark.parametrize("tool", ["pikepdf", "qpdf", "stripped"])
def test_a_file_saved_anew_keeps_its_words_unsigned(
    tool: str, ask: Ask, okr_pdf: bytes, employee: Identity, tmp_path: Path
) -> None:
    pdf = countersign(fill(okr_pdf, WORDS), Signatory(employee, EMPLOYEE.name, SIGNED_AT))
    if tool == "qpdf":
        (tmp_path / "note.pdf").write_bytes(pdf)
        run("qpdf", tmp_path / "note.pdf", tmp_path / "again.pdf")
        pdf = (tmp_path / "again.pdf").read_bytes()
    else:
        pdf = attacks.rewrite(pdf) if tool == "pikepdf" else attacks.strip_signature(fill(okr_pdf, WORDS))
    returned = ask(pdf)
    assert (returned.arrival, returned.reply, returned.signer) == (Arrival.RESAVED, WORDS, "")
    assert "nothing proves" in returned.reasons[0]


EVERY = (*attacks.APPENDED, *attacks.LATER, *revisions.LATER)


@pytest.mark.parametrize("attack", EVERY, ids=lambda attack: attack.__name__)
def test_tampering_with_an_answer_that_is_not_signed_is_refused(
    attack: Callable[[bytes], bytes], ask: Ask, okr_pdf: bytes
) -> None:
    returned = ask(attack(fill(okr_pdf, WORDS)))
    assert (returned.arrival, returned.reply) == (Arrival.ALTERED, Reply())
    assert returned.reasons[-1].endswith("is still good; only what came after it is refused.")


def test_of_a_file_changed_in_place_the_own_copy_is_still_good(ask: Ask, okr_pdf: bytes) -> None:
    returned = ask(attacks.flip_page_byte(okr_pdf))
    assert returned.arrival is Arrival.ALTERED
    assert returned.reasons[-1] == "This copy is refused; the one that you kept is still good."


@pytest.mark.parametrize("attack", broken.TORN, ids=lambda attack: attack.__name__)
def test_an_end_that_cannot_be_read_is_refused_and_the_note_is_still_good(
    attack: Callable[[bytes], bytes], ask: Ask, okr_pdf: bytes
) -> None:
    returned = ask(attack(okr_pdf))
    assert (returned.arrival, len(returned.reasons)) == (Arrival.ALTERED, 2)
    assert "may be damaged or cut off" in returned.reasons[0]


@pytest.mark.parametrize("attack", broken.BROKEN, ids=lambda attack: attack.__name__)
def test_a_broken_signature_is_never_accepted(attack: Callable[[bytes], bytes], ask: Ask, okr_pdf: bytes) -> None:
    assert ask(attack(fill(okr_pdf, WORDS))).arrival is Arrival.ALTERED


def test_a_second_signed_copy_is_not_the_one_given_away(ask: Ask, identity: Identity) -> None:
    again = sign(render(okr_note()), Signatory(identity, MANAGER.name, SIGNED_AT.replace(hour=12)))
    returned = ask(again)
    assert returned.arrival is Arrival.ALTERED
    assert "not the file that was given away" in returned.reasons[0]


def test_a_copy_certified_by_an_imposter_is_refused(ask: Ask, imposter: Identity) -> None:
    assert ask(sign(render(okr_note()), Signatory(imposter, MANAGER.name, SIGNED_AT))).arrival is Arrival.ALTERED


def test_another_note_is_not_ours(ask: Ask, performance_pdf: bytes, signed: Callable[[Note], bytes]) -> None:
    sealing = replace(Spoken().sealing, uid="2", revision=2, reason="A date was wrong.", corrects_digest="0" * 64)
    for other in (performance_pdf, signed(okr_note(Spoken(sealing=sealing)))):
        returned = ask(other)
        assert returned.arrival is Arrival.NOT_OURS
        assert "another note" in returned.reasons[0]


def test_an_answer_to_the_revision_before_is_no_answer_to_this_one(
    okr_pdf: bytes, signed: Callable[[Note], bytes], identity: Identity, employee: Identity
) -> None:
    corrected = replace(Spoken().sealing, uid="2", revision=2, reason="A date was wrong.", corrects_digest="0" * 64)
    second = signed(okr_note(Spoken(sealing=corrected)))
    older = countersign(fill(okr_pdf, WORDS), Signatory(employee, EMPLOYEE.name, SIGNED_AT))
    returned = judge(older, second, [identity.certificate], [employee.certificate])
    assert (returned.arrival, returned.reply) == (Arrival.NOT_OURS, Reply())
    assert "another revision of it" in returned.reasons[0]


@pytest.mark.parametrize("data", [b"", b"Dear Mira", b"%PDF-1.7 no", attacks.plain_pdf()], ids=range(4))
def test_what_is_no_note_is_not_ours(data: bytes, ask: Ask) -> None:
    returned = ask(data)
    assert (returned.arrival, returned.reply) == (Arrival.NOT_OURS, Reply())
    assert returned.reasons[0].endswith(".")


def test_a_locked_file_asks_for_its_password(ask: Ask, okr_pdf: bytes) -> None:
    with pytest.raises(Locked, match="password"):
        ask(attacks.encrypt(okr_pdf))


def test_a_contradiction_is_reported_and_the_rest_kept(ask: Ask, okr_pdf: bytes) -> None:
    yes = {"V": pikepdf.Name.Yes, "AS": pikepdf.Name.Yes}
    returned = ask(replies.changed(fill(okr_pdf, WORDS), names.AGREE, **yes))
    assert (returned.arrival, returned.reply) == (Arrival.ANSWERED, replace(WORDS, choice=None))
    assert "Both" in returned.reasons[0]


def test_without_the_exported_bytes_the_signatures_must_do(
    okr_pdf: bytes, identity: Identity, imposter: Identity
) -> None:
    answered = fill(okr_pdf, WORDS)
    assert judge(answered, None, [identity.certificate]).arrival is Arrival.ANSWERED
    assert judge(answered, None, [imposter.certificate]).arrival is Arrival.UNKNOWN_SIGNER
    assert judge(attacks.rewrite(answered), None).arrival is Arrival.RESAVED


def test_cut_back_to_what_was_given_away_it_is_unchanged(ask: Ask, okr_pdf: bytes, employee: Identity) -> None:
    both = countersign(fill(okr_pdf, WORDS), Signatory(employee, EMPLOYEE.name, SIGNED_AT))
    assert ask(both[: len(okr_pdf)]).arrival is Arrival.UNCHANGED
    for part in range(1, 10):
        cut = both[: len(okr_pdf) + (len(both) - len(okr_pdf)) * part // 10]
        assert ask(cut).arrival in (Arrival.ALTERED, Arrival.NOT_OURS, Arrival.ANSWERED)


def test_an_older_state_of_what_is_known_is_told_as_such(
    okr_pdf: bytes, identity: Identity, employee: Identity
) -> None:
    first = fill(okr_pdf, WORDS)
    second = countersign(first, Signatory(employee, EMPLOYEE.name, SIGNED_AT))
    other = fill(okr_pdf, replace(WORDS, comment="Another answer."))

    def ask(data: bytes, *known: bytes) -> tuple[Arrival, tuple[str, ...]]:
        returned = judge(data, okr_pdf, [identity.certificate], [employee.certificate], known)
        return returned.arrival, returned.reasons

    later, already = ("You have a later answer than this one.",), ("You have this answer already.",)
    assert ask(okr_pdf) == (Arrival.UNCHANGED, ())
    assert ask(okr_pdf, first) == ask(okr_pdf, attacks.rewrite(first)) == (Arrival.KNOWN, later)
    assert ask(first, second) == ask(first, first, other) == (Arrival.KNOWN, later)
    assert ask(second, second) == ask(other, first, other) == (Arrival.KNOWN, already)
    assert ask(second, first) == (Arrival.SIGNED, ())
    assert ask(other, second) == (Arrival.ANSWERED, ())


def test_what_is_refused_stays_refused_whatever_is_known(okr_pdf: bytes, identity: Identity) -> None:
    torn = attacks.flip_page_byte(okr_pdf)
    assert judge(torn, okr_pdf, [identity.certificate], [], [torn]).arrival is Arrival.ALTERED
    assert judge(b"", okr_pdf, [identity.certificate], [], [okr_pdf]).arrival is Arrival.NOT_OURS


def test_a_script_is_named_in_what_is_kept_unsigned(ask: Ask, okr_pdf: bytes) -> None:
    returned = ask(attacks.rewrite(attacks.run_script(fill(okr_pdf, WORDS))))
    assert (returned.arrival, returned.reply) == (Arrival.RESAVED, WORDS)
    assert "There is a script in this file; Duologue never runs it" in returned.reasons[1]
