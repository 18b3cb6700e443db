"""The employee's page: what do I say to this note?

It needs no vault: everything comes through `RespondTools`. In the room it is the same page on the manager's laptop,
showing nothing but the note and the fields of its employee.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.i18n import _
from desktop.models.hand import Strokes
from desktop.models.problems import Locked, Problem
from desktop.presenters.notes.respond_draft import Act, Draft, Order, Secret, order_of, start_of
from desktop.presenters.notes.respond_screen import Opened, RespondScreen, RespondTools, Step
from desktop.presenters.notes.respond_words import about, first_words, outgoing, why_passphrase
from desktop.presenters.notes.verdict_words import verdict_words
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.pages import Pages
from desktop.wording import isolated


class RespondPresenter:
    """Leads through one note at a time; what is typed for a note stays until it is saved, also while others are read.

    `can_leave` offers a way back, for who came here without a vault.
    """

    def __init__(
        self,
        tools: RespondTools,
        in_room: bool = False,
        can_leave: bool = False,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._tools = tools
        self._in_room = in_room
        self._can_leave = can_leave
        self._today = today
        self._opened: Opened | None = None
        self._step = Step.CHOOSE
        self._folder = Path()
        self._key = ""
        self._drafts: dict[str, Draft] = {}
        self._starts: dict[str, Draft] = {}

    @property
    def pages(self) -> Pages | None:
        """The pages of the note that is open, None without one."""
        return self._opened.pages if self._opened else None

    def open(self) -> RespondScreen:
        """Show the page as it stands."""
        return self._screen()

    def begin(self, path: Path) -> RespondScreen:
        """Show that a file is being read."""
        self._close()
        name = _("the note") if self._in_room else isolated(path.name)
        return self._screen(busy=_("Reading {name}…").format(name=name))

    def read(self, path: Path, password: str = "") -> Opened | Problem:
        """Read a file (slow; a worker's); a Problem is returned, to be shown by `opened`."""
        try:
            note = self._tools.read(path, password)
            return Opened(path, note, self._tools.pages(note.shown))
        except Problem as problem:
            return problem

    def opened(self, found: Opened | Problem) -> RespondScreen:
        """Show a file that was read, ask for its password, or say why it cannot be shown."""
        if isinstance(found, Problem):
            self._step = Step.LOCKED if isinstance(found, Locked) else Step.CHOOSE
            return self._screen(notice=bad(found))
        self._opened, self._step, self._folder = found, Step.READ, found.path.parent
        self._key = hashlib.sha256(found.note.pdf).hexdigest()
        self._starts[self._key] = start_of(found.note, self._today())
        kept = Notice(Tone.INFO, _("What you began to answer is still here. It is not saved yet."))
        return self._screen(notice=kept if self._is_unsaved(self._key) else first_words(found.note))

    def turn(self, step: Step) -> RespondScreen:
        """Turn to reading, to answering or to not signing; with CHOOSE, to another file."""
        if step is Step.CHOOSE:
            self._close()
        self._step = step
        return self._screen(notice=self._words_of_note() if step is Step.READ else None)

    def type(self, field: str, text: str) -> None:
        """Keep the newest words, or the key of what was chosen, of a field."""
        self._change(**{field: text})

    def draw(self, strokes: Strokes) -> None:
        """Keep what was drawn on the pad of this step."""
        self._change(**{"witness_strokes" if self._step is Step.DECLINE else "strokes": strokes})

    def choose_folder(self, folder: Path) -> RespondScreen:
        """Save the answer in another folder than the one the note lies in."""
        self._folder = folder
        return self._screen()

    def order(self, act: Act, passphrase: str = "", again: str = "") -> Order | RespondScreen:
        """Return what to carry out, or the page with what is missing."""
        if self._opened is None:
            return self._screen()
        wanted = self._tools.needs_passphrase() if act is Act.SIGN and not self._in_room else ""
        secret = Secret(wanted, passphrase if wanted else "", again)
        found = order_of(act, self._draft, secret, self._opened.note, self._folder)
        return found if isinstance(found, Order) else self._screen(errors=found)

    def carry_out(self, order: Order) -> Path | None:
        """Write the answer, or record the refusal (slow; a worker's); raise Problem if that cannot be."""
        if order.act is Act.DECLINE and order.hand is not None:
            self._tools.decline(order.note, order.reason, order.day, order.hand)
            return None
        return self._tools.answer(order.note, order.folder, order.reply, order.hand, order.passphrase)

    def carried_out(self, order: Order, path: Path | None) -> RespondScreen:
        """Show what became of the answer; what was typed rests in the file now."""
        self._drafts.pop(hashlib.sha256(order.note.pdf).hexdigest(), None)
        self._step = Step.DONE
        told = outgoing(order.act, path, about(order.note.verdict).manager, self._in_room)
        words = self._tools.own_words() if order.act is Act.SIGN else ""
        return replace(self._screen(), outgoing=replace(told, spoken=words))

    def failed(self, sentence: str, busy: str = "") -> RespondScreen:
        """Show why something did not work, or what is being done (`busy`); everything typed is still there."""
        return self._screen(busy=busy, notice=Notice(Tone.BAD, sentence) if sentence else None)

    def unsaved(self) -> str:
        """Return what would be lost with this page, "" for nothing."""
        if not any(self._is_unsaved(key) for key in self._drafts):
            return ""
        return _("Your answer to a note is not saved yet.")

    @property
    def _draft(self) -> Draft:
        return self._drafts.get(self._key) or self._starts.get(self._key, Draft())

    def _change(self, **parts: Any) -> None:
        self._drafts[self._key] = replace(self._draft, **parts)

    def _is_unsaved(self, key: str) -> bool:
        """Return whether anything was said; choosing how to sign says nothing yet."""
        start, draft = self._starts[key], self._drafts.get(key)
        return draft is not None and replace(draft, way=start.way, witness_way=start.witness_way) != start

    def _close(self) -> None:
        self._opened, self._key, self._step = None, "", Step.CHOOSE

    def _words_of_note(self) -> Notice | None:
        return first_words(self._opened.note) if self._opened else None

    def _screen(
        self, busy: str = "", notice: Notice | None = None, errors: Mapping[str, str] | None = None
    ) -> RespondScreen:
        blank = RespondScreen(
            step=self._step,
            title=_("Answer a note"),
            subtitle=_("You were sent a note of a conversation. Read it, say what you think, and send it back."),
            in_room=self._in_room,
            can_leave=self._can_leave,
            busy=busy,
            notice=notice,
            errors=errors or {},
        )
        return self._with_note(blank, self._opened) if self._opened else blank

    def _with_note(self, blank: RespondScreen, opened: Opened) -> RespondScreen:
        note, told = opened.note, about(opened.note.verdict)
        theirs = _("This page is {name}'s").format(name=isolated(note.employee))
        wanted = "" if self._in_room else self._tools.needs_passphrase()
        return replace(
            blank,
            title=theirs if self._in_room else told.title or isolated(note.name),
            subtitle=told.title if self._in_room else isolated(note.name) if told.title else "",
            kind=told.kind,
            key=self._key,
            panel=replace(verdict_words(note.verdict), file="" if self._in_room else note.name),
            can_answer=note.can_answer,
            draft=self._draft,
            own_key=wanted,
            why_key=why_passphrase(wanted),
            folder="" if self._in_room else str(self._folder),
        )
