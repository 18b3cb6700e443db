"""The employee's answer in the file itself: what was said comes out again, and both signatures' judges agree."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.drawing import field_names as names
from desktop.documents.judging.verify import verify
from desktop.documents.signing.answer import fill, read_reply
from desktop.documents.signing.sign import Signatory, countersign
from desktop.models.identity import Identity
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply
from desktop.models.verdict import Outcome
from tests.documents import attacks, replies
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import EMPLOYEE
from tests.documents.test_archive import SCRIPTS
from tests.documents.tools import raw_text_of, run, text_of, validators

WORDS = Reply(Choice.DISAGREE, "I see the second quarter otherwise: größer – “so”.", scores_used=False)
TEXTS = [
    "",
    " ",
    "One line.",
    "Three\n\nlines\r\nof\rall kinds\n",
    "(brackets) \\ and <b>marks</b>",
    "Дмитрий Ελένη Łódź Şahin",
    "李小龙 中文 한국어 😀 ✓ 𝑥 ก",
    "العربية لا אבג (x)",
    f"{SCRIPTS}\n\tend",
    "a well-known hyphen-\nated word. " * 40,
    "Very long. " * 2000,
    "x" * 3000,
    "\x00\x07\ue000\u202e",
    "  before and after \t\n \n",
    "a\u2028b\u2029c\x85d\x0be\x0cf\xa0\u3000g",
    "e\u0301 is not é, ﬁ is not fi, \u212b is not Å",
    "þÿ",
    "ï»¿abc",
    "\ufeff\x1ben\x1b\ufffe𠀀👩‍👩‍👧",
    ("Zeile eins. " * 1700)[:20_000],
    ("Дмитрий 李 " * 3000)[:20_000],
    ("مرحبا بالعالم " * 1500)[:20_000],
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_what_is_said_comes_out_as_it_was_said(text: str, okr_pdf: bytes, identity: Identity) -> None:
    reply = Reply(Choice.RECEIVED, text, scores_used=True)
    answered = fill(okr_pdf, reply)
    assert answered.startswith(okr_pdf)
    assert read_reply(answered) == reply
    verdict = verify(answered, "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.reasons, verdict.reply) == (Outcome.INTACT, (), reply)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_another_program_reads_the_same_value(text: str, okr_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(fill(okr_pdf, Reply(comment=text)))
    fields = json.loads(run("qpdf", "--json", "--json-key=acroform", path).stdout)["acroform"]["fields"]
    (value,) = (field["value"] for field in fields if field["fullname"] == names.COMMENT)
    assert value.removeprefix("u:") == text


@pytest.mark.parametrize("lines", ["a\rb", "a\nb", "a\r\nb", "\r", "a\n\rb "])
def test_line_ends_stay_as_the_reader_wrote_them(lines: str, okr_pdf: bytes) -> None:
    """Acrobat writes a carriage return, others a line feed: what was typed is kept as it came, and drawn as a break."""
    assert read_reply(fill(okr_pdf, Reply(comment=lines))).comment == lines
    elsewhere = replies.changed(okr_pdf, names.COMMENT, V=pikepdf.String(lines), AP=None)
    verdict = verify(elsewhere, "note.pdf")
    assert (verdict.outcome, verdict.reply) == (Outcome.INTACT, Reply(comment=lines))


SCRIPTS_ALONE = {
    "Latin": "Ångström, façade, naïve, Œuvre, Łódź, Şahin",
    "Cyrillic": "Дмитрий написал это",
    "Greek": "Ελένη γράφει εδώ",
    "Arabic": "أنا لا أوافق على هذا",
    "Hebrew": "אני לא מסכים",
    "Chinese": "我不同意这个评价",
    "Hangul": "저는 동의하지 않습니다",
    "Devanagari": "मैं सहमत नहीं हूँ",
    "Thai": "ฉันไม่เห็นด้วย",
    "emoji": "fine 😀 ✓",
    "accents": "e\u0301 and é",
    "long": "Not all of this is so. " * 850,
}


@pytest.mark.parametrize("script", SCRIPTS_ALONE)
def test_poppler_reads_on_the_page_what_was_typed(script: str, performance_pdf: bytes, tmp_path: Path) -> None:
    text = SCRIPTS_ALONE[script]
    drawn = raw_text_of(fill(performance_pdf, Reply(comment=text)), tmp_path)
    assert "".join(text.split()) in "".join(drawn.split())


def test_poppler_reads_both_directions_in_one_line(performance_pdf: bytes, tmp_path: Path) -> None:
    """It adds marks of its own where the direction turns."""
    drawn = raw_text_of(fill(performance_pdf, Reply(comment="He said שלום and مرحبا to 李.")), tmp_path)
    plain = drawn.translate(dict.fromkeys(range(0x202A, 0x202F)))
    assert "Hesaidשלוםandمرحباto李." in "".join(plain.split())


@pytest.mark.parametrize("choice", [None, *Choice])
@pytest.mark.parametrize("used", [None, True, False])
def test_every_choice_comes_out_again_and_replaces_the_last(
    choice: Choice | None, used: bool | None, okr_pdf: bytes, identity: Identity
) -> None:
    reply = Reply(choice, "Because.", used)
    again = fill(fill(okr_pdf, WORDS), reply)
    assert read_reply(again) == reply
    assert verify(again, "note.pdf", [identity.certificate]).reply == reply


def test_an_unanswered_note_holds_no_answer(okr_pdf: bytes) -> None:
    assert read_reply(okr_pdf) == Reply()
    assert verify(okr_pdf, "note.pdf").reply == Reply()


@pytest.mark.parametrize("comment", ["", "  \n"])
def test_disagreement_needs_a_reason(comment: str, okr_pdf: bytes) -> None:
    with pytest.raises(Problem, match="what you disagree with"):
        fill(okr_pdf, Reply(Choice.DISAGREE, comment))


def test_a_lone_surrogate_is_no_letter(okr_pdf: bytes) -> None:
    assert read_reply(fill(okr_pdf, Reply(comment="a\ud800b"))).comment == "a\ufffdb"


def test_the_answer_is_drawn_where_poppler_finds_it(performance_pdf: bytes, tmp_path: Path) -> None:
    answered = fill(performance_pdf, WORDS)
    assert WORDS.comment in text_of(answered, tmp_path)
    assert "Дмитрий 李小龙" in raw_text_of(fill(performance_pdf, Reply(comment="Дмитрий 李小龙")), tmp_path)


@pytest.mark.parametrize("validator", validators(), ids=lambda validator: validator.__name__)
def test_an_answered_and_signed_note_is_still_an_archive_file(
    validator: Callable[[Path], str], okr_pdf: bytes, employee: Identity, tmp_path: Path
) -> None:
    path = tmp_path / "note.pdf"
    answered = fill(okr_pdf, Reply(Choice.AGREE, SCRIPTS, scores_used=True))
    for pdf in (answered, countersign(answered, Signatory(employee, EMPLOYEE.name, SIGNED_AT))):
        path.write_bytes(pdf)
        assert validator(path) == ""


def test_poppler_finds_the_managers_signature_still_valid(okr_pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(fill(okr_pdf, WORDS))
    assert "Signature is Valid" in run("pdfsig", path).stdout


@pytest.mark.parametrize("text", ["größer – so", "two\nlines", "Дмитрий wrote", "😀"])
@pytest.mark.parametrize("program", [replies.answered_by_pdfjs, replies.answered_by_poppler])
def test_what_other_programs_write_is_an_honest_answer(
    program: Callable[[bytes, str], bytes], text: str, okr_pdf: bytes, identity: Identity
) -> None:
    verdict = verify(program(okr_pdf, text), "note.pdf", [identity.certificate])
    assert (verdict.outcome, verdict.reasons) == (Outcome.INTACT, ())
    assert verdict.reply == Reply(Choice.AGREE, text)


def test_an_answer_by_another_program_can_be_signed_here(
    okr_pdf: bytes, identity: Identity, employee: Identity
) -> None:
    answered = replies.answered_by_poppler(replies.answered_by_pdfjs(okr_pdf, "First."), "Second.")
    both = countersign(answered, Signatory(employee, EMPLOYEE.name, SIGNED_AT))
    verdict = verify(both, "note.pdf", [identity.certificate, employee.certificate])
    assert (verdict.outcome, verdict.reply) == (Outcome.INTACT, Reply(Choice.AGREE, "Second."))


def test_ticks_that_contradict_each_other_are_not_guessed_at(okr_pdf: bytes) -> None:
    yes = {"V": pikepdf.Name.Yes, "AS": pikepdf.Name.Yes}
    both = replies.changed(replies.changed(okr_pdf, names.AGREE, **yes), names.DISAGREE, **yes)
    with pytest.raises(Problem, match="Both “I agree” and “I disagree” are ticked"):
        read_reply(both)
    scores = replies.changed(replies.changed(okr_pdf, names.SCORES_USED, **yes), names.SCORES_NOT_USED, **yes)
    with pytest.raises(Problem, match="scores were used and that they were not"):
        read_reply(scores)
    telling = replies.changed(replies.changed(okr_pdf, names.AGREE, **yes), names.RECEIVED, **yes)
    assert read_reply(telling) == Reply(Choice.AGREE)


@pytest.mark.parametrize("forge", replies.FORGED, ids=lambda forge: forge.__name__)
def test_a_forged_answer_is_found(forge: Callable[[bytes], bytes], okr_pdf: bytes) -> None:
    verdict = verify(forge(fill(okr_pdf, WORDS)), "note.pdf")
    assert (verdict.outcome, verdict.reply) == (Outcome.ALTERED, None)
    assert verdict.reasons


@pytest.mark.parametrize("words", ["I agree.", "", "I see the second quarter", f"{WORDS.comment} Not."])
def test_other_words_drawn_than_held_are_found_even_when_signed(words: str, okr_pdf: bytes, employee: Identity) -> None:
    forged = replies.redrawn(fill(okr_pdf, WORDS), words)
    for pdf in (forged, countersign(forged, Signatory(employee, EMPLOYEE.name, SIGNED_AT))):
        verdict = verify(pdf, "note.pdf")
        assert verdict.outcome is Outcome.ALTERED
        assert "“EmployeeComment” shows something else" in verdict.reasons[0]


@pytest.mark.parametrize(
    ("pdf", "words"),
    [(b"", "damaged"), (b"%PDF-1.7 no", "damaged"), (attacks.plain_pdf(), "no fields")],
    ids=["empty", "garbage", "foreign"],
)
def test_what_cannot_be_answered_says_so(pdf: bytes, words: str) -> None:
    for ask in (lambda: fill(pdf, WORDS), lambda: read_reply(pdf)):
        with pytest.raises(Problem, match=words):
            ask()


def test_a_locked_note_cannot_be_answered(okr_pdf: bytes) -> None:
    locked = attacks.encrypt(okr_pdf)
    for ask in (lambda: fill(locked, WORDS), lambda: read_reply(locked)):
        with pytest.raises(Problem, match="password"):
            ask()


def test_readers_are_told_what_each_field_is_for(okr_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(okr_pdf)) as pdf:
        form = pdf.Root.AcroForm
        assert [str(field.T) for field in form.Fields][0] == names.MANAGER
        assert {str(field.T) for field in form.Fields} == {*names.ANSWER, *names.SIGNATURES}
        assert all(str(field.TU) for field in form.Fields)
        assert "/NeedAppearances" not in form
        font = form.DR.Font.Note
        assert (font.Subtype, font.Encoding) == ("/TrueType", "/WinAnsiEncoding")
        assert "/FontFile2" in font.FontDescriptor
