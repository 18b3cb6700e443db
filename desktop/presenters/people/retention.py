"""Retention: how long each kind is kept, what has been kept long enough, and what went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.people.erasing import Copy
from desktop.flows.people.retention import Due, change_rule, due, let_go, rules
from desktop.i18n import _, ngettext, say
from desktop.models.erasing import Basis, Erased, Protocol
from desktop.models.problems import Problem
from desktop.models.retention import Start, Subject
from desktop.presenters.notice import Notice, Tone
from desktop.wording import beside, day, moment

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: `months` as typed ("" for no end), from which day they count, and where the period comes from."""

    key: str
    label: str
    start: str
    months: str
    source: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class RetentionScreen:
    """Rules, what is due (None: not looked for yet), and the protocol."""

    rules: tuple[RuleRow, ...]
    due: tuple[str, ...] | None
    protocol: tuple[str, ...]
    notice: Notice | None = None


@dataclass(slots=True)
class _Typed:
    months: str
    source: str
    error: str = ""


class RetentionPresenter:
    """Shows and changes the rules; nothing goes before somebody confirmed the list that was shown."""

    def __init__(
        self,
        vault: "Vault",
        copies: Callable[[], Sequence[Path]] = tuple,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._vault = vault
        self._copies = copies
        self._today = today
        self._due: tuple[Due, ...] | None = None
        self._typed: dict[str, _Typed] = {}

    def open(self) -> RetentionScreen:
        """Show everything as it is stored."""
        self._due, self._typed = None, {}
        return self._screen()

    def type_rule(self, key: str, months: str, source: str) -> None:
        """Keep what is typed into a rule."""
        self._typed[key] = _Typed(months, source)

    def save_rule(self, key: str) -> RetentionScreen:
        """Store a rule as it is typed, or say what is wrong with it."""
        typed = self._typed.get(key)
        if typed is None:
            return self._screen()
        try:
            change_rule(self._vault, Subject(key), typed.months, typed.source)
        except Problem as problem:
            typed.error = say(problem)
            return self._screen()
        self._due = None
        del self._typed[key]
        return self._screen(Notice(Tone.GOOD, _("Saved. Nothing goes by itself: look what is due, and confirm it.")))

    def look(self) -> tuple[Due, ...]:
        """Find what has been kept long enough (slow: a worker's)."""
        return due(self._vault, self._today())

    def looked(self, found: tuple[Due, ...]) -> RetentionScreen:
        """Show what is due."""
        self._due = found
        return self._screen()

    def let_go(self) -> tuple[Copy, ...]:
        """Erase what was shown (slow: a worker's)."""
        return let_go(self._vault, self._due or (), self._copies())

    def gone(self, left: tuple[Copy, ...]) -> RetentionScreen:
        """Say what went."""
        self._due = None
        if left:
            paths = ", ".join(str(each.path) for each in left)
            told = _("Erased here, but these copies could not be cleared; delete them: {paths}").format(paths=paths)
            return self._screen(Notice(Tone.WARN, told))
        return self._screen(Notice(Tone.GOOD, _("Erased. The protocol below says what went, without a name.")))

    def _screen(self, notice: Notice | None = None) -> RetentionScreen:
        return RetentionScreen(
            rules=tuple(self._rules()),
            due=None if self._due is None else self._lines(self._due),
            protocol=tuple(_protocol_line(each) for each in self._vault.rights.protocol()),
            notice=notice,
        )

    def _rules(self) -> list[RuleRow]:
        rows = []
        for rule in rules(self._vault):
            stored = _Typed(str(rule.months or ""), rule.source)
            typed = self._typed.get(str(rule.subject), stored)
            label, start = _subjects()[rule.subject], _starts()[rule.start]
            rows.append(RuleRow(str(rule.subject), label, start, typed.months, typed.source, typed.error))
        return rows

    def _lines(self, found: tuple[Due, ...]) -> tuple[str, ...]:
        names = {person.uid: person.name for person in self._vault.people.people()}
        until = _("kept until {day}")
        return tuple(
            beside(_subjects()[each.subject], names.get(each.person_uid, ""), until.format(day=day(each.until)))
            for each in found
        )


def _protocol_line(told: Protocol) -> str:
    why = {
        Basis.REQUEST: _("a person asked for it"),
        Basis.RETENTION: _("kept long enough"),
        Basis.DECISION: _("decided"),
    }[told.basis]
    notes, rest = told.counts.get(Erased.NOTE, 0), sum(told.counts.values()) - told.counts.get(Erased.NOTE, 0)
    counted = (
        ngettext("{n} note", "{n} notes", notes).format(n=notes),
        ngettext("{n} other thing", "{n} other things", rest).format(n=rest),
    )
    state = "" if told.done_at else _("not finished; it ends at the next start")
    return beside(moment(told.ordered_at), why, *counted, _("one person") if told.person_uid else "", state)


def _subjects() -> dict[Subject, str]:
    return {
        Subject.OKR_NOTE: _("OKR notes"),
        Subject.PERFORMANCE_NOTE: _("Performance notes"),
        Subject.DRAFT: _("Talks that were never sealed"),
        Subject.EVIDENCE: _("Observed examples"),
        Subject.PRIVATE_NOTE: _("Private notes of sealed talks"),
    }


def _starts() -> dict[Start, str]:
    return {
        Start.MADE: _("Months after it was made"),
        Start.PERIOD_END: _("Months after the end of its period"),
        Start.SEALED: _("Months after it was sealed"),
    }
