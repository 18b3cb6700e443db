"""The form fields of a preparation sheet: what they are called, and what they hold when the sheet comes back.

The name of every field begins with the mark of the sheet. That survives programs that drop attachments and metadata,
and it tells nobody anything.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pikepdf

from desktop.documents.files.locks import opened
from desktop.documents.files.scripts import has_script
from desktop.documents.files.unfolding import refuse_bomb
from desktop.models.preparation import MOMENTS, Moment
from desktop.models.problems import Locked, Problem

CELLS = ("when", "situation", "behaviour", "impact")
LARGEST = 10 * 1024 * 1024
"""Bytes; a sheet has some hundred thousand, however much is written on it."""
_MOST_WORDS = 40_000
"""Characters in one field: a dozen pages."""
_MOST_FIELDS = 2_000
_DEEPEST = 8
_NAME = re.compile(r"([0-9a-f]{32})-((?:answer|moment)-[0-9a-z-]+)")
_DATE = re.compile(r"D:(\d{14})(?:Z|([+-])(\d\d)'?(\d\d)?'?)?")
_NOT_WORDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def answer_name(mark: str, number: int) -> str:
    """Return the name of the field for an answer."""
    return f"{mark}-answer-{number}"


def moment_name(mark: str, number: int, cell: str) -> str:
    """Return the name of the field for a cell of a moment."""
    return f"{mark}-moment-{number}-{cell}"


def sheet_mark(pdf: bytes) -> str:
    """Return the mark of the sheet that a file is, "" if it is none.

    Raises Locked if it is under a password, Problem if it cannot be read or is far too large.
    """
    values, _saved = _fields(pdf, _unread)
    marks = {found[1] for name in values if (found := _NAME.fullmatch(name))}
    return marks.pop() if len(marks) == 1 else ""


def sheet_values(pdf: bytes, mark: str, answers: int) -> tuple[list[str], list[Moment], datetime | None]:
    """Return the answers, the moments and when the file was last saved, from the fields of the sheet with this mark.

    Raises Locked if it is under a password, Problem if it cannot be read, its end or a field is missing or there twice,
    or it brings a script.
    """
    values, saved = _fields(pdf, _words)
    _refuse_cut(pdf)
    if has_script(pdf):
        raise Problem("There is a script in this file, so it was not taken in; ask for a sheet without one.")
    wanted = [answer_name(mark, number) for number in range(answers)]
    cells = [[moment_name(mark, number, cell) for cell in CELLS] for number in range(MOMENTS)]
    if any(name not in values for name in (*wanted, *(name for row in cells for name in row))):
        raise Problem(
            "Fields of this sheet are missing: it was printed to a new PDF, or cut. Ask for the file as it was saved."
        )
    moments = [Moment(*(values[name] for name in row)) for row in cells]
    return [values[name] for name in wanted], moments, saved


def _fields(pdf: bytes, read: Callable[[Any], str]) -> tuple[Mapping[str, str], datetime | None]:
    if len(pdf) > LARGEST:
        raise Problem("This file is larger than 10 MB, so it is no preparation sheet.")
    refuse_bomb(pdf)
    try:
        with opened(pdf, "") as file:
            form: Any = file.Root.get("/AcroForm", {})
            return _each_once(_walked(form.get("/Fields", ()), "", 0, [_MOST_FIELDS], read)), _saved(file)
    except pikepdf.PasswordError as error:
        raise Locked("This sheet is locked with a password; ask for it without one.") from error
    except Problem:
        raise
    except Exception as error:  # a damaged file can fail the parser in any way
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error


def _refuse_cut(pdf: bytes) -> None:
    """Raise Problem if the end is missing: what a program appended last may hold the answers, or half of them."""
    end = pdf.rfind(b"%%EOF")
    if end < 0 or b" obj" in pdf[end:]:
        raise Problem("The end of this file is missing, and answers with it; ask for it again.")


def _each_once(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what the fields hold; raise Problem if two of one name hold different words: one would be lost."""
    values: dict[str, str] = {}
    for name, words in fields:
        if values.setdefault(name, words) != words:
            raise Problem("A field of this sheet is there twice, with different words; ask for the file as saved.")
    return values


def _walked(
    fields: Any, above: str, depth: int, left: list[int], read: Callable[[Any], str]
) -> Iterator[tuple[str, str]]:
    """Yield every field with a value by its full name; some programs move the fields below others."""
    for field in fields:
        left[0] -= 1
        if left[0] < 0 or depth > _DEEPEST:
            raise Problem("This file has more fields than any sheet; it was not read.")
        own = str(field["/T"]) if "/T" in field else ""
        name = ".".join(part for part in (above, own) if part)
        below = [kid for kid in field.get("/Kids", ()) if "/T" in kid]
        if below:
            yield from _walked(below, name, depth + 1, left, read)
        elif _NAME.fullmatch(name):
            yield name, read(field.get("/V"))


def _unread(_value: Any) -> str:
    return ""


def _words(value: Any) -> str:
    if isinstance(value, pikepdf.Stream):  # a long text may lie in a stream of its own
        value = pikepdf.String(value.read_bytes())
    if isinstance(value, pikepdf.Array | pikepdf.Dictionary):
        raise Problem("A field of this sheet holds something else than words; ask for the file as saved.")
    text = "" if value is None else str(value)
    if len(text) > _MOST_WORDS:
        raise Problem("A field of this sheet holds more than {n} characters; it was not taken in.", n=_MOST_WORDS)
    return _NOT_WORDS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _saved(file: pikepdf.Pdf) -> datetime | None:
    """Return when the file says it was changed; None where that is the moment it was made, or no moment at all."""
    info: Any = file.trailer.get("/Info", {})
    made, changed = (str(info.get(key, "")) for key in ("/CreationDate", "/ModDate"))
    found = _DATE.match(changed)
    if made == changed or found is None:
        return None
    try:
        moment = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        ahead = timedelta(hours=int(found[3] or 0), minutes=int(found[4] or 0))
        return moment + ahead if found[2] == "-" else moment - ahead
    except (ValueError, OverflowError):
        return None
