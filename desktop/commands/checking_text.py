"""`duologue check`: the writing coach on a text."""

import json
import sys
from pathlib import Path

from desktop.coach.advice import instead, limits, why
from desktop.coach.finding import Finding, Level, Report
from desktop.coach.rules import check
from desktop.commands.output import complain
from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.models.problems import Problem


def check_text(file: Path | None, kind: Kind, as_json: bool, strict: bool) -> int:
    """Print what the coach notices in `file` (None: standard input); 1 if `strict` and something is a breach."""
    text = _read(file)
    report = check(text, kind)
    if as_json and not report.checked:
        complain(_not_checked())
    print(json.dumps(_document(report), ensure_ascii=False) if as_json else _told(report, text))
    return int(strict and any(found.level is Level.BREACH for found in report.findings))


def _read(file: Path | None) -> str:
    try:
        content = sys.stdin.buffer.read() if file is None else file.read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise Problem("“{file}” cannot be read: {why}.", file=str(file), why=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise Problem("This is no plain text in UTF-8; save it as text and check again.") from error


def _document(report: Report) -> dict[str, object]:
    return {"findings": [_entry(found) for found in report.findings], "language": report.language}


def _entry(found: Finding) -> dict[str, object]:
    return {
        "rule": str(found.rule),
        "level": str(found.level),
        "start": found.start,
        "end": found.end,
        "why": why(found),
        "instead": instead(found),
    }


def _told(report: Report, text: str) -> str:
    if not report.checked:
        return _not_checked()
    lines = [line for found in report.findings for line in _lines(found, text)]
    return "\n".join([*(lines or [_("Nothing was noticed.")]), limits()])


def _not_checked() -> str:
    return _("Not checked: there are no rules for this language.")


def _lines(found: Finding, text: str) -> list[str]:
    words = " ".join(text[found.start : found.end].split())
    return [f"{found.level} {found.rule}: {words}", f"  {why(found)}", f"  {instead(found)}"]
