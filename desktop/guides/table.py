"""One table of a guide file, read field by field; every fault names the file and the key."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

from desktop.guides.refusals import control_in, placeholder_in
from desktop.i18n import _
from desktop.models.problems import Problem

LINE = 80
TEXT = 1000
ITEMS = 40


class GuideProblem(Problem):
    """What is wrong with a guide file: "file: key: sentence"."""

    def __init__(self, file: str, key: str, sentence: str) -> None:
        super().__init__(": ".join(part for part in (file, key, sentence) if part))


@dataclass(frozen=True, slots=True)
class Table:
    """A table at `path` (such as "sections[2].prompts[0]", "" for the whole) of the guide file `file`."""

    file: str
    path: str
    values: Mapping[str, object]

    def problem(self, key: str, sentence: str) -> GuideProblem:
        """Return the problem of the field `key`, ready to raise."""
        return GuideProblem(self.file, self._at(key), sentence)

    def only(self, known: Collection[str]) -> None:
        """Raise GuideProblem if there is a key that is not `known`, with the nearest one that is."""
        for key in self.values:
            if key not in known:
                sentence = _("there is no such key here; use one of {known}.")
                raise self.problem(key, _meant(key, known) + sentence.format(known=", ".join(known)))

    def line(self, key: str, most: int = LINE) -> str:
        """Return a text of one line, at most `most` characters long."""
        text = self.text(key, most)
        if "\n" in text:
            raise self.problem(key, _("write this in one line."))
        return text

    def name(self, key: str) -> str:
        """Return a name for machines: small letters, digits and hyphens."""
        text = self.line(key)
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
            sentence = _("“{text}” is no id; use small letters, digits and hyphens, such as okr-check-in.")
            raise self.problem(key, sentence.format(text=text))
        return text

    def text(self, key: str, most: int = TEXT) -> str:
        """Return a text that is there, is not blank and can be shown as it stands."""
        return self._checked(key, self._value(key), most)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if the key is missing."""
        values = self._list(key) if key in self.values else []
        return tuple(self._checked(f"{key}[{at}]", value, TEXT) for at, value in enumerate(values))

    def whole(self, key: str, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._value(key)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            sentence = _("write a whole number from {low} to {high}.")
            raise self.problem(key, sentence.format(low=low, high=high))
        return value

    def choice(self, key: str, what: str, allowed: Collection[str]) -> str:
        """Return one of the `allowed` words; `what` names them in the sentence ("an answer type")."""
        value = self.line(key)
        if value not in allowed:
            sentence = _("“{value}” is not {what}; {meant}use one of {allowed}.")
            meant = _meant(value, allowed)
            raise self.problem(
                key, sentence.format(value=value, what=what, meant=meant, allowed=", ".join(sorted(allowed)))
            )
        return value

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the tables of a list of tables (`[[key]]`), at least one."""
        values = self._list(key)
        if not values:
            raise self.problem(key, _("there must be at least one."))
        if not all(isinstance(value, dict) for value in values):
            raise self.problem(key, _("begin each one with a line [[…]]."))
        found = cast("list[dict[str, object]]", values)
        return tuple(Table(self.file, f"{self._at(key)}[{at}]", value) for at, value in enumerate(found))

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _value(self, key: str) -> object:
        if key not in self.values:
            raise self.problem(key, _("this key is missing."))
        return self.values[key]

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise self.problem(key, _("this must be a list."))
        if len(value) > ITEMS:
            raise self.problem(key, _("at most {most} are possible.").format(most=ITEMS))
        return value

    def _checked(self, key: str, value: object, most: int) -> str:
        if not isinstance(value, str):
            raise self.problem(key, _("this must be a text in quotes."))
        text = value.replace("\r\n", "\n").strip()
        if fault := _fault(text, most):
            raise self.problem(key, fault)
        return text


def _fault(text: str, most: int) -> str:
    if not text:
        return _("this text is empty.")
    if len(text) > most:
        return _("this text is too long; at most {most} characters.").format(most=most)
    if control_in(text):
        return _("there is a control character in this text; delete it.")
    if found := placeholder_in(text):
        return _("“{found}” is never filled in; write what is to be read.").format(found=found)
    return ""


def _meant(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return _("did you mean {close}? ").format(close=close[0]) if close else ""
