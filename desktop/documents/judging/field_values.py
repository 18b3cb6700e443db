"""What the fields of a note hold, in whatever state the file is: in a re-saved one they can still be read."""

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from desktop.documents.drawing import field_names as names
from desktop.documents.files.locks import locked, opened
from desktop.documents.files.unfolding import refuse_bomb
from desktop.i18n import _
from desktop.models.problems import Problem
from desktop.models.response import Choice, Reply

_TICKED = "/Yes"


def field_values(pdf: bytes, password: str = "") -> dict[str, str]:
    """Return the values of the answer's fields by name: the text typed, "/Yes" or "/Off"; empty if there are none.

    Raises Problem if the file cannot be read.
    """
    refuse_bomb(pdf)
    try:
        with opened(pdf, password) as file:
            return {name: _value(field) for name, field in answer_fields(file)}
    except pikepdf.PasswordError as error:
        raise locked(password) from error
    except Exception as error:  # a damaged file can fail the parser in any way
        raise Problem("This file cannot be read as a PDF; it may be damaged or cut off.") from error


def answer_fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Return the fields for the answer, by name, in the order of the form."""
    form: Any = pdf.Root.get("/AcroForm", {})
    for field in form.get("/Fields", ()):
        if str(field.get("/T", "")) in names.ANSWER:
            yield str(field.T), field


def reply_of(values: Mapping[str, str]) -> tuple[Reply, list[str]]:
    """Return the answer in these values, and a sentence for each contradiction, which leaves that question open.

    Who ticks both "received" and "agree" (or "disagree") has said the more telling one.
    """
    agree, disagree, used, unused = (
        values.get(name) == _TICKED for name in (names.AGREE, names.DISAGREE, names.SCORES_USED, names.SCORES_NOT_USED)
    )
    faults, choice = [], None
    if agree and disagree:
        faults.append(_("Both “I agree” and “I disagree” are ticked; ask which one is meant."))
    elif agree or disagree:
        choice = Choice.AGREE if agree else Choice.DISAGREE
    elif values.get(names.RECEIVED) == _TICKED:
        choice = Choice.RECEIVED
    if used and unused:
        faults.append(_("It is ticked both that scores were used and that they were not; ask which one is meant."))
    return Reply(choice, values.get(names.COMMENT, ""), used if used != unused else None), faults


def _value(field: Any) -> str:
    value = field.get("/V")
    if isinstance(value, pikepdf.Stream):  # a long text may lie in a stream of its own
        return str(pikepdf.String(value.read_bytes()))
    return "" if value is None else str(value)
