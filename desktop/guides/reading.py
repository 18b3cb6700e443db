"""The bytes of a guide file to plain TOML data."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from desktop.guides.table import GuideProblem
from desktop.i18n import _

MAX_BYTES = 256 * 1024


def toml_of(path: Path) -> Mapping[str, object]:
    """Return what the file says; raise GuideProblem if it is unreadable, too large, not UTF-8, not TOML."""
    text = _read(path)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise GuideProblem(path.name, "", _("this file is nested too deeply.")) from None
    except ValueError as error:
        raise GuideProblem(path.name, *_syntax(str(error), text)) from None


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise GuideProblem(path.name, "", _("cannot be read ({reason}).").format(reason=reason)) from None
    if len(data) > MAX_BYTES:
        raise GuideProblem(path.name, "", _("is larger than 256 kB; a guide is a short text."))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        sentence = _("is not UTF-8 text (line {line}); save it as UTF-8.").format(line=line)
        raise GuideProblem(path.name, "", sentence) from None


def _syntax(message: str, text: str) -> tuple[str, str]:
    """Return place and sentence for what tomllib says, "… (at line 3, column 5)"."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.DOTALL)
    if not found:
        return "", _("a value in this file is too long or not complete.")
    said, line, column = found.groups()
    if line is None:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    place = _("line {line}, column {column}").format(line=line, column=column)
    if said.startswith(("Cannot overwrite", "Cannot declare", "Cannot mutate")):
        return place, _("this key is written twice.")
    return place, _("this is not TOML: {said}.").format(said=said)
