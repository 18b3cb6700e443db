"""Saves what is typed: one thread that writes, in order, only the newest value of each field.

What was put here stays in memory until the disk has taken it: "saved" is said after the commit returned, a
full disk or a vanished folder is said too, and the writing is tried again until it works.
"""

import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from desktop.i18n import say
from desktop.models.conversation import Answer, PrivateNote
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.storage.core.policy import PolicyStore
from desktop.storage.faults import Refused
from desktop.storage.rooms import Rooms
from desktop.storage.talks.conversations import ConversationStore

PAUSE_SECONDS = 3.0
"""How long after a fault a save is tried again, and after the last save the main file brought up to date."""


@dataclass(slots=True, eq=False)
class _Waiting:
    save: Callable[[], None]
    failed: bool = False
    why: str = ""


class Writer:
    """Takes saves from any thread. `rooms` are its own, so that others never wait for the disk.

    Set `on_saved(key)` and `on_failed(key, sentence)` to hear of them; both are called on its thread.
    """

    def __init__(self, rooms: Rooms, pause_seconds: float = PAUSE_SECONDS) -> None:
        self.on_saved: Callable[[Hashable], None] = _unheard
        self.on_failed: Callable[[Hashable, str], None] = _unheard
        self._rooms = rooms
        self._pause_seconds = pause_seconds
        self._waiting: dict[Hashable, _Waiting] = {}
        self._changed = threading.Condition()
        self._called = False
        self._untidy = False
        self._closing = False
        self._stopped = False
        self._thread: threading.Thread | None = None

    def conversations(self, kind: Kind) -> ConversationStore:
        """Return the conversations of one kind on the writer's own connection, for saves given to `put`."""
        return self._rooms.conversations(kind)

    def policy(self) -> PolicyStore:
        """Return the firm's policy on the writer's own connection, for saves given to `put`."""
        return PolicyStore(self._rooms.core)

    def save_answer(self, kind: Kind, answer: Answer) -> None:
        """Save an answer soon; its key is `answer_key(kind, answer)`."""
        self.put(answer_key(kind, answer), lambda: self.conversations(kind).save_answer(answer))

    def save_private_note(self, kind: Kind, note: PrivateNote) -> None:
        """Save a private note soon; its key is `private_note_key(kind, note)`."""
        self.put(private_note_key(kind, note), lambda: self.conversations(kind).save_private_note(note))

    def save_step(self, kind: Kind, conversation_uid: str, step: int) -> None:
        """Save soon where to resume a draft; its key is `step_key(kind, conversation_uid)`."""
        key = step_key(kind, conversation_uid)
        self.put(key, lambda: self.conversations(kind).set_step(conversation_uid, step))

    def put(self, key: Hashable, save: Callable[[], None]) -> None:
        """Let `save` run soon on the writer's thread, in place of what still waits under the same key."""
        with self._changed:
            if self._closing:
                raise Problem("The vault is closed, so this was not saved; open it again.")
            self._waiting[key] = _Waiting(save)
            self._wake()

    def index_soon(self) -> None:
        """Bring the search up to date after a rest; called when something may have changed that was not put here."""
        with self._changed:
            if not self._closing:
                self._untidy = True
                self._begin()
                self._changed.notify_all()

    def pending(self) -> int:
        """Return how many values are not on disk yet."""
        with self._changed:
            return len(self._waiting)

    def trouble(self) -> str:
        """Return why the disk did not take what still waits, "" if it has not refused it."""
        with self._changed:
            return next((waiting.why for waiting in self._waiting.values() if waiting.why), "")

    def forget(self, kind: Kind, conversation_uid: str) -> None:
        """Save nothing more of a conversation that is gone."""
        with self._changed:
            for key in [key for key in self._waiting if _about(key) == (kind, conversation_uid)]:
                del self._waiting[key]
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Try all now; True once nothing waits, False if the disk refused or `timeout` seconds passed.

        What can never be saved (its conversation is sealed or gone) is told by `on_failed` and waits no more.
        """
        with self._changed:
            for waiting in self._waiting.values():
                waiting.failed = False
            self._wake()
            self._changed.wait_for(self._settled, timeout)
            return not self._waiting

    def rest(self) -> None:
        """Close the connections; the next save opens them again."""
        self._rooms.close()

    def close(self, timeout: float = 10.0) -> bool:
        """Flush, stop the thread, close the connections; False if something could not be saved."""
        with self._changed:
            self._closing = True
        saved = self.flush(timeout)
        with self._changed:
            self._stopped = True
            self._wake()
        if self._thread:
            self._thread.join(timeout)
        self._rooms.close()
        return saved

    def _wake(self) -> None:
        self._called = True
        if self._waiting:
            self._begin()
        self._changed.notify_all()

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="vault-writer", daemon=True)
            self._thread.start()

    def _settled(self) -> bool:
        return self._stopped or all(waiting.failed for waiting in self._waiting.values())

    def _run(self) -> None:
        while not self._stopped:
            with self._changed:
                if not self._called:
                    self._changed.wait(self._pause_seconds if self._waiting or self._untidy else None)
                resting = not self._called and not self._waiting
                self._called = False
                batch = list(self._waiting.items())
            for key, waiting in batch:
                self._attempt(key, waiting)
            if resting:
                self._tidy()

    def _attempt(self, key: Hashable, waiting: _Waiting) -> None:
        with self._changed:
            if self._waiting.get(key) is not waiting:
                return  # forgotten, or typed on, since the batch was gathered
        problem = _tried(waiting.save)
        with self._changed:
            newest = self._waiting.get(key) is waiting
            if newest and (problem is None or isinstance(problem, Refused)):
                del self._waiting[key]
            waiting.failed, waiting.why = problem is not None, say(problem) if problem else ""
            self._untidy = True
            self._changed.notify_all()
        if problem is not None:
            _tell(lambda: self.on_failed(key, say(problem)))
        elif newest:
            _tell(lambda: self.on_saved(key))

    def _tidy(self) -> None:
        """Bring the search up to date, and move finished pages into the main file, so that nothing hangs beside it.

        The search is written on this thread because two writers would wait for each other: this way an answer waits
        for one small step at most, and closing too.
        """
        self._untidy = False
        for kind in Kind:
            _tried(partial(self._index, kind))
        _tried(self._rooms.core.checkpoint)

    def _index(self, kind: Kind) -> None:
        search = self._rooms.search(kind)
        while search.index_some():
            if self._called or self._closing:
                self._untidy = True
                return


def answer_key(kind: Kind, answer: Answer) -> Hashable:
    """Return the key under which `Writer.save_answer` keeps an answer: one per field."""
    return ("answer", kind, answer.conversation_uid, answer.prompt_id, answer.subject, answer.voice)


def private_note_key(kind: Kind, note: PrivateNote) -> Hashable:
    """Return the key under which `Writer.save_private_note` keeps a note: one per section."""
    return ("private note", kind, note.conversation_uid, note.section_id)


def step_key(kind: Kind, conversation_uid: str) -> Hashable:
    """Return the key under which `Writer.save_step` keeps the place of a draft."""
    return ("step", kind, conversation_uid)


def _about(key: Hashable) -> object:
    """Return kind and uid of the conversation that a key of this module is about, None for any other key."""
    return key[1:3] if isinstance(key, tuple) and len(key) > 2 else None


def _tried(save: Callable[[], None]) -> Problem | None:
    """Run `save`; return what went wrong. A defect counts as a fault: nothing typed may be lost."""
    try:
        save()
    except Problem as problem:
        return problem
    except Exception as defect:
        logging.getLogger(__name__).exception("a save failed")
        return Problem("A mistake in the program kept this from being saved ({reason}).", reason=defect)
    return None


def _tell(call: Callable[[], None]) -> None:
    """Call back; a listener that fails must not stop the saving."""
    try:
        call()
    except Exception:
        logging.getLogger(__name__).exception("a listener of the writer failed")


def _unheard(*_told: object) -> None:
    """Stand in until somebody listens."""
