"""Whether a PDF carries scripts. Nothing here or elsewhere runs them; whoever is sent one is told."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from desktop.documents.files.locks import opened
from desktop.i18n import _

_MOST = 100_000
"""Objects to look at: a note has some hundreds, and a hostile file must not keep anybody waiting."""


def has_script(pdf: bytes, password: str = "") -> bool:
    """Return whether JavaScript is anywhere in a file; False if it cannot be read."""
    try:
        with opened(pdf, password) as file:
            return any(_is_script(found) for found in _dictionaries(file))
    except Exception:  # a damaged file can fail the parser in any way
        return False


def script_sentence() -> str:
    """Return what is said of a file with a script."""
    return _("There is a script in this file; Duologue never runs it, but other programs may.")


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Return every dictionary of the file, those inside other objects too."""
    left = _MOST
    for entry in pdf.objects:
        waiting: list[Any] = [entry]
        while waiting and left:
            left -= 1
            found = waiting.pop()
            if isinstance(found, pikepdf.Array):
                waiting += _direct(found)
            elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
                yield found
                waiting += _direct(value for value in dict(found).values())


def _direct(values: Any) -> list[Any]:
    return [value for value in values if isinstance(value, pikepdf.Object) and not value.is_indirect]


def _is_script(found: Any) -> bool:
    return "/JS" in found or found.get("/S") == pikepdf.Name.JavaScript
