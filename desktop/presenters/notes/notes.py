"""The notes screen: everything that was sealed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.notes.bulk_report import BulkReport
from desktop.i18n import _, ngettext
from desktop.models.guide import Kind
from desktop.models.note import Note
from desktop.presenters.notes.bulk import BulkJob, BulkPresenter, Report
from desktop.presenters.notes.timeline import TalkRow, sealed
from desktop.presenters.notice import Notice, Tone
from desktop.wording import kind_name

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

ExportAll = Callable[[Sequence[Note], Path, Report, Callable[[], bool]], BulkReport]


@dataclass(frozen=True, slots=True)
class NotesScreen:
    """The notes that fit both filters; choices are (key, label), "" stands for all.

    `export` is what the button that exports the notes shown says, "" where there are none; `folder` is where its
    question begins.
    """

    title: str
    subtitle: str
    kinds: tuple[tuple[str, str], ...]
    kind: str
    people: tuple[tuple[str, str], ...]
    person: str
    rows: tuple[TalkRow, ...]
    empty: str
    export: str
    folder: str
    notice: Notice | None = None


class NotesPresenter:
    """Lists sealed notes by kind and person, and exports those that are shown; `bulk` follows such a run."""

    def __init__(self, vault: "Vault", export_all: ExportAll, folder: Path) -> None:
        self._vault = vault
        self._export_all = export_all
        self._folder = folder
        self.bulk = BulkPresenter()
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

    def export_job(self, folder: Path) -> BulkJob:
        """Return what exports the notes that are shown now into `folder`; it is where one is asked the next time."""
        self._folder = folder
        vault, export_all = self._vault, self._export_all
        shown = [(Kind(row.kind), row.destination.uid) for row in self._rows()]

        def job(report: Report, cancelled: Callable[[], bool]) -> BulkReport:
            notes = [vault.notes(kind).note(uid) for kind, uid in shown]
            return export_all(notes, folder, report, cancelled)

        return job

    def failed(self, sentence: str) -> NotesScreen:
        """Show why nothing could be exported."""
        return self._screen(Notice(Tone.BAD, sentence))

    def _rows(self) -> tuple[TalkRow, ...]:
        return tuple(row for row in self._all if self._kind in ("", row.kind) and self._person in ("", row.person_uid))

    def _screen(self, notice: Notice | None = None) -> NotesScreen:
        rows = self._rows()
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
            export=self._export_words(len(rows)),
            folder=str(self._folder),
            notice=notice,
        )

    def _export_words(self, count: int) -> str:
        if not count:
            return ""
        if count == len(self._all):
            return _("Export all…")
        return ngettext("Export this {n}…", "Export these {n}…", count).format(n=count)

    def _empty(self) -> str:
        if not self._all:
            return _("No notes yet. When you seal a conversation, its note is kept here.")
        return _("No note fits this choice.")
