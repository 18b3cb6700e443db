"""The employee's sheet: a file that keeps the standards, holds what it should, and can be read back."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop.documents.judging.sheet_fields import sheet_mark, sheet_values
from desktop.models.preparation import Moment
from desktop.models.problems import Locked, Problem
from tests.documents.sheets import MARK, filled, saved, sheet, typed_in_pdfium
from tests.documents.tools import text_of, validators

SAID = "I said: “no” (once) \\ Łódź 李 مريم <b>&\nand a second line"


def test_the_file_keeps_the_standards(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet())
    assert [judge(path) for judge in validators() if judge.__name__ != "embedding"] == ["" for _ in validators()[1:]]


def test_it_shows_the_rule_the_questions_and_the_facts_as_published(tmp_path: Path) -> None:
    shown = text_of(sheet(), tmp_path)
    for words in (
        "They decide neither rating nor pay",
        "Mira Solberg reads your answers before the talk",
        "you speak first",
        "What was hard?",
        "Median first reply",
        "9 → 5.1 hours",
        "Helpdesk",
        "What came of it",
    ):
        assert words in shown
    for word in ("confidence", "commit", "stretch", "target"):
        assert word not in shown.casefold()


def test_every_field_says_what_it_is_for() -> None:
    with pikepdf.open(BytesIO(sheet())) as file:
        fields = {str(field.T): str(field.TU) for field in file.Root.AcroForm.Fields}
        assert "/SigFlags" not in file.Root.AcroForm
    assert len(fields) == 3 + 8 * 4
    assert fields[f"{MARK}-answer-1"] == "What was hard?"
    assert fields[f"{MARK}-moment-7-behaviour"] == "Moment 8: What I did"


def test_what_was_typed_is_read_whatever_the_program_made_of_the_file() -> None:
    back = filled(sheet(), {"answer-0": SAID, "moment-2-when": "2026-10-07", "moment-2-behaviour": "Called them"})
    assert sheet_mark(back) == MARK
    answers, moments, when = sheet_values(back, MARK, 3)
    assert answers == [SAID, "", ""]
    assert moments[2] == Moment("2026-10-07", "", "Called them", "")
    assert when is None
    with pikepdf.open(BytesIO(back)) as file:  # fields below a parent, values as streams
        fields = list(file.Root.AcroForm.Fields)
        fields[0].V = file.make_stream(b"\xfe\xff" + "Long".encode("utf-16-be"))
        fields[1].V = pikepdf.String("Line\rbreaks\x00")
        file.Root.AcroForm.Fields = pikepdf.Array([file.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array(fields)))])
        again = saved(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert sheet_values(again, MARK, 3)[0] == ["Long", "Line\nbreaks", ""]


def test_when_it_was_saved_is_what_the_file_says() -> None:
    assert f"{sheet_values(filled(sheet(), {}, chr(68) + ':20261118143000+02' + chr(39) + '00'), MARK, 3)[2]}" == (
        "2026-11-18 12:30:00+00:00"
    )
    assert sheet_values(filled(sheet(), {}, "D:99999999999999"), MARK, 3)[2] is None


def test_what_is_no_honest_sheet_is_refused() -> None:
    blank = pikepdf.new()
    blank.add_blank_page()
    assert sheet_mark(saved(blank)) == ""
    with pytest.raises(Problem, match="cannot be read"):
        sheet_mark(b"%PDF-1.7 nothing")
    with pytest.raises(Problem, match="larger than 10 MB"):
        sheet_mark(b"%PDF-" + bytes(11 * 1024 * 1024))
    with pikepdf.open(BytesIO(sheet())) as file:
        with pytest.raises(Locked):
            sheet_mark(saved(file, encryption=pikepdf.Encryption(owner="a", user="b")))
        file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        with pytest.raises(Problem, match="script"):
            sheet_values(saved(file), MARK, 3)
        del file.Root["/OpenAction"]
        file.Root.AcroForm.Fields[4].T = pikepdf.String("Other")
        with pytest.raises(Problem, match="missing"):
            sheet_values(saved(file), MARK, 3)
    with pytest.raises(Problem, match="more than"):
        sheet_values(filled(sheet(), {"answer-0": "x" * 50_000}), MARK, 3)


def appended(pdf: bytes, values: dict[str, str]) -> bytes:
    """Return the sheet with what Firefox and Evince do: the file as it was, and the changed fields behind it."""
    with pikepdf.open(BytesIO(pdf)) as file:
        start, places, out = pdf.rsplit(b"startxref", 1)[1].split()[0], [], pdf
        for field in file.Root.AcroForm.Fields:
            for end, text in values.items():
                if str(field.T).endswith(f"-{end}"):
                    field.V = pikepdf.String(text)
                    places.append((field.objgen[0], len(out)))
                    out += b"%d 0 obj\n%s\nendobj\n" % (field.objgen[0], field.unparse(resolved=True))
        size, root = int(file.trailer.Size), file.Root.objgen[0]
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %s >>\n" % (size, root, start)
    return out + b"xref\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def test_a_file_whose_end_is_missing_is_known_but_not_taken_for_the_whole() -> None:
    whole = appended(sheet(), {"answer-0": "one", "answer-1": "two", "answer-2": "three"})
    assert sheet_values(whole, MARK, 3)[0] == ["one", "two", "three"]
    cut = whole[: whole.rindex(b"three") - 40]
    assert sheet_mark(cut) == MARK
    with pytest.raises(Problem, match="end of this file is missing"):
        sheet_values(cut, MARK, 3)


def test_of_two_fields_with_one_name_none_is_lost() -> None:
    def twice(words: str) -> bytes:
        with pikepdf.open(BytesIO(filled(sheet(), {"answer-0": "one"}))) as file:
            other = file.make_indirect(pikepdf.Dictionary(file.Root.AcroForm.Fields[0]))
            other.V = pikepdf.String(words)
            file.Root.AcroForm.Fields.append(other)
            return saved(file)

    assert sheet_values(twice("one"), MARK, 3)[0][0] == "one"
    with pytest.raises(Problem, match="twice, with different words"):
        sheet_values(twice("two"), MARK, 3)


def test_a_field_without_words_is_no_answer() -> None:
    with pikepdf.open(BytesIO(sheet())) as file:
        file.Root.AcroForm.Fields[0].V = pikepdf.Array([1])
        with pytest.raises(Problem, match="something else than words"):
            sheet_values(saved(file), MARK, 3)


def test_two_marks_in_one_file_are_no_sheet() -> None:
    with pikepdf.open(BytesIO(sheet())) as file:
        file.Root.AcroForm.Fields[0].T = pikepdf.String("f" * 32 + "-answer-0")
        assert sheet_mark(saved(file)) == ""


def test_what_is_typed_in_a_browser_is_read_word_for_word() -> None:
    once = typed_in_pdfium(sheet(), "answer-0", "Proud of Žofia – 李")
    twice = typed_in_pdfium(once, "moment-3-situation", "At the counter")
    answers, moments, _when = sheet_values(twice, MARK, 3)
    assert answers[0] == "Proud of Žofia – 李"
    assert moments[3].situation == "At the counter"
