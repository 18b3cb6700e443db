"""What a command prints: plain lines for people, one JSON document for programs."""

import json
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.i18n import say
from desktop.models.problems import Problem
from desktop.models.response import Reply

GOOD, NO, WRONG = 0, 1, 2
"""Exit codes: all is well; the answer is no; the input or the usage is wrong."""

INTERRUPTED, BROKEN_PIPE = 130, 141
"""As the shell counts programs that a signal ended."""


def line(text: str = "") -> None:
    """Print one line; control characters in it (a file name, a signer's name) cannot steer the terminal."""
    print(fit_for_terminal(text))


def complain(text: str) -> None:
    """Print one sentence to standard error."""
    print(fit_for_terminal(text), file=sys.stderr)


def document(data: Any) -> None:
    """Print one JSON document; paths become text."""
    readable = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(data, ensure_ascii=not readable, indent=2, default=_text))


def fit_for_terminal(text: str) -> str:
    """Return `text` without what could steer a terminal."""
    return "".join("�" if _steers(letter) else letter for letter in text)


def response_data(reply: Reply | None) -> dict[str, Any] | None:
    """Return the employee's answer for a JSON document, None where nothing was answered."""
    if reply is None or not reply.given:
        return None
    return {"choice": reply.choice, "comment": reply.comment, "scores_used": reply.scores_used}


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Name the file that a Problem raised inside the block is about."""
    try:
        yield
    except Problem as problem:
        raise type(problem)("{path}: {reason}", path=path, reason=say(problem)) from problem


def speak_any_language() -> None:
    """Let standard output and error take every name, whatever the terminal can show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _steers(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" or unicodedata.bidirectional(letter) in _TURNING


_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _text(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a JSON document")
