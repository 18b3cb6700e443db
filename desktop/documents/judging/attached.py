"""The record that travels inside a note, and whether it is the one that the pages show."""

import json
from typing import Any

from desktop.documents.judging.preview import printed_text
from desktop.documents.judging.schema import read_record, validate
from desktop.i18n import _, say
from desktop.models.note import canonical, digest_of
from desktop.models.problems import Problem


def attached_record(pdf: bytes, password: str = "") -> bytes:
    """Return the attached record, b"" if there is none or it cannot be read."""
    try:
        return read_record(pdf, password)
    except Problem:
        return b""


def employee_of(record: bytes) -> str:
    """Return the name of the employee that a record is about, "" where it names nobody."""
    try:
        return str(json.loads(record)["employee"]["name"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""


def record_faults(pdf: bytes, record: bytes, password: str = "") -> list[str]:
    """Return why `record` is not the record of the note in `pdf`; empty if it is."""
    try:
        content: Any = json.loads(record)
        validate(content)
        written_here = canonical(content) == record
    except Problem as problem:
        return [say(problem)]
    except (ValueError, RecursionError):
        return [_("The record attached to this file cannot be read.")]
    if not written_here:
        return [_("The record attached to this file was not written by Duologue.")]
    if digest_of(record) not in "".join(printed_text(pdf, password).split()):
        return [_("The attached record is not the one whose digest is printed on the pages.")]
    return []
