"""Backups: what was made when and where, a second place, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext, say
from desktop.models.problems import Problem
from desktop.presenters.notice import Notice, Tone, bad
from desktop.settings import Settings
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.backups import Backup, Contents

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup: `key` is its folder."""

    key: str
    title: str
    subtitle: str
    usable: bool


@dataclass(frozen=True, slots=True)
class BackupsScreen:
    """What there is; `question` asks before the chosen one is restored, "" for nobody."""

    title: str
    intro: str
    rows: tuple[BackupRow, ...]
    empty: str
    first: str
    second: str
    question: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class BackupTools:
    """What is done with backups; all of it may take a while and raise Problem."""

    places: Callable[[], tuple[Path, ...]]
    found: Callable[[Path], "tuple[Backup, ...]"]
    contents: Callable[["Backup"], "Contents"]
    make: Callable[[Path], "Backup"]


class BackupsPresenter:
    """Lists backups of both places, makes one now, and asks before one is restored."""

    def __init__(self, tools: BackupTools, load: Callable[[], Settings], save: Callable[[Settings], None]) -> None:
        self._tools = tools
        self._load = load
        self._save = save
        self._rows: tuple[BackupRow, ...] = ()
        self._chosen = ""
        self._said: Notice | None = None

    def open(self) -> BackupsScreen:
        """Show what is known already; `rows` reads the rest."""
        self._chosen, self._said = "", None
        return self._screen()

    def rows(self) -> tuple[BackupRow, ...]:
        """Return all backups with what they hold, the newest first (slow; a worker's)."""
        found = [backup for place in self._tools.places() for backup in self._tools.found(place)]
        return tuple(self._row(backup) for backup in sorted(found, key=lambda each: each.made_at, reverse=True))

    def listed(self, rows: tuple[BackupRow, ...]) -> BackupsScreen:
        """Show what was read."""
        self._rows = rows
        return self._screen(self._said)

    def make(self) -> str:
        """Make a backup in both places and return what to say (slow; a worker's); raise Problem if the first fails."""
        first, *more = self._tools.places()
        self._tools.make(first)
        if not more:
            return _("A backup is made.")
        try:
            self._tools.make(more[0])
        except Problem as problem:
            told = _("A backup is made beside the vault, but not in the second place: {reason}")
            return told.format(reason=say(problem))
        return _("A backup is made in both places.")

    def made(self, sentence: str) -> BackupsScreen:
        """Say that one was made; it is still said once the list is read anew."""
        self._said = Notice(Tone.GOOD, sentence)
        return self._screen(self._said)

    def choose_second(self, folder: str) -> BackupsScreen:
        """Make backups in another folder as well, such as on a stick; "" for none."""
        try:
            self._save(replace(self._load(), second_backups=folder))
        except Problem as problem:
            return self._screen(bad(problem))
        return self._screen()

    def ask(self, key: str) -> BackupsScreen:
        """Ask whether this backup shall take the vault's place."""
        self._chosen = key
        return self._screen()

    def chosen(self) -> Path:
        """Return the backup that is to be restored."""
        return Path(self._chosen)

    def failed(self, sentence: str) -> BackupsScreen:
        """Show why it did not work."""
        self._chosen = ""
        return self._screen(Notice(Tone.BAD, sentence))

    def _row(self, backup: "Backup") -> BackupRow:
        local = backup.made_at.astimezone()
        title = _("{day}, {time}").format(day=day(local.date()), time=f"{local:%H:%M}")
        try:
            held = self._tools.contents(backup)
        except Problem as problem:
            return BackupRow(str(backup.path), title, say(problem), usable=False)
        size = _("{n} MB").format(n=f"{backup.size / _MEGABYTE:.1f}")
        words = (_held(held), size, str(backup.path.parent))
        return BackupRow(str(backup.path), title, " · ".join(words), usable=True)

    def _screen(self, notice: Notice | None = None) -> BackupsScreen:
        chosen = next((row for row in self._rows if row.key == self._chosen), None)
        return BackupsScreen(
            title=_("Backups"),
            intro=_("Made by itself every hour while you work, encrypted like the vault, fewer the older they are."),
            rows=self._rows,
            empty=_("No backup yet. One is made within the hour, or now."),
            first=str(self._tools.places()[0]),
            second=self._load().second_backups,
            question=_question(chosen) if chosen else "",
            notice=notice,
        )


def _held(held: "Contents") -> str:
    people = ngettext("{n} person", "{n} people", held.people).format(n=held.people)
    drafts = ngettext("{n} draft", "{n} drafts", held.drafts).format(n=held.drafts)
    notes = ngettext("{n} note", "{n} notes", held.notes).format(n=held.notes)
    last = _("last talk {day}").format(day=day(held.last_day)) if held.last_day else _("no talk")
    return ", ".join((people, drafts, notes, last))


def _question(row: BackupRow) -> str:
    return _(
        "Go back to {when}? It holds: {what}. What is in the vault now becomes a backup first, so that you can return "
        "to it. Whoever was erased since stays erased."
    ).format(when=row.title, what=row.subtitle)
