"""The notes screen: everything that was sealed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext
from desktop.models.guide import Kind
from desktop.presenters.timeline import TalkRow, sealed
from desktop.wording import kind_name

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class NotesScreen:
    """The notes that fit both filters; choices are (key, label), "" stands for all."""

    title: str
    subtitle: str
    kinds: tuple[tuple[str, str], ...]
    kind: str
    people: tuple[tuple[str, str], ...]
    person: str
    rows: tuple[TalkRow, ...]
    empty: str


class NotesPresenter:
    """Lists sealed notes by kind and person."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault
        self._all: tuple[TalkRow, ...] = ()
        self._kind = ""
        self._person = ""

    def open(self) -> NotesScreen:
        """Show the notes; filters stay as they were left."""
        self._all = sealed(self._vault)
        if all(row.person_uid != self._person for row in self._all):
            self._person = ""
        return self._screen()

    def choose_kind(self, kind: str) -> NotesScreen:
        """Show one kind, or all with ""."""
        self._kind = kind
        return self._screen()

    def choose_person(self, uid: str) -> NotesScreen:
        """Show one person's notes, or everybody's with ""."""
        self._person = uid
        return self._screen()

    def _screen(self) -> NotesScreen:
        rows = tuple(
            row for row in self._all if self._kind in ("", row.kind) and self._person in ("", row.person_uid)
        )
        names = {row.person_uid: row.person for row in reversed(self._all)}
        return NotesScreen(
            title=_("Notes"),
            subtitle=ngettext("{n} note", "{n} notes", len(rows)).format(n=len(rows)) if self._all else "",
            kinds=(("", _("Both kinds")), *((str(kind), kind_name(kind)) for kind in Kind)),
            kind=self._kind,
            people=(("", _("Everybody")), *sorted(names.items(), key=lambda item: item[1].casefold())),
            person=self._person,
            rows=rows,
            empty=self._empty() if not rows else "",
        )

    def _empty(self) -> str:
        if not self._all:
            return _("No notes yet. When you seal a conversation, its note is kept here.")
        return _("No note fits this choice.")
