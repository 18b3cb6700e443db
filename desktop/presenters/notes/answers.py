"""What became of a note after it was sealed: with whom it is, what came back, what was declined or added."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.note import Note
from desktop.models.people import first_name
from desktop.models.problems import Locked, Problem
from desktop.models.response import Arrival, Choice, Decline, Handover, Reply, Response, Standing, Way
from desktop.presenters.notes.arrival_words import ArrivalPanel, arrival_words
from desktop.presenters.notes.next_step import next_step
from desktop.presenters.notes.reply_words import reply_words
from desktop.presenters.notice import Notice, Tone
from desktop.wording import day, isolated, moment

if TYPE_CHECKING:
    from desktop.flows.notes.returning import Homecoming
    from desktop.storage.talks.responses import ResponseStore


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer that came: what it is, when and how, and what it says. `can_trust`: its key can be compared now."""

    uid: str
    headline: str
    detail: str
    tone: Tone
    answer: tuple[tuple[str, str], ...]
    can_trust: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement that came later."""

    uid: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class AnswersScreen:
    """Where a note stands. `spoken` are the words by which two people compare a key, "" if none waits for that."""

    employee: str
    standing: str
    next_step: str
    tone: Tone
    answers: tuple[AnswerRow, ...]
    declines: tuple[tuple[str, str], ...]
    statements: tuple[StatementRow, ...]
    can_hand_over: bool
    can_answer_here: bool
    arrival: ArrivalPanel | None = None
    spoken: str = ""
    locked: str = ""
    statement: str = ""
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class AnswerTools:
    """What the house lends: take a file in, hand a note over, compare a key, attach a statement, save a copy."""

    take_in: Callable[[Note, Path, str], "Homecoming"]
    hand_over: Callable[[Note], Handover]
    trust: Callable[[str, bytes], None]
    is_known: Callable[[str, bytes], bool]
    spoken: Callable[[bytes], str]
    attach: Callable[[Note, Path], object]
    write_down: Callable[[Note, str], object]
    save: Callable[[bytes, str], Path]


class AnswersPresenter:
    """Shows what became of one note of one kind."""

    def __init__(self, store: "ResponseStore", tools: AnswerTools, today: Callable[[], date] = date.today) -> None:
        self._today = today
        self._store = store
        self._tools = tools
        self._note: Note
        self._home: Homecoming | None = None
        self._locked = ""
        self._words: dict[str, str] = {}

    def open(self, note: Note) -> AnswersScreen:
        """Show where `note` stands."""
        self._note, self._home, self._locked = note, None, ""
        return self._screen()

    def take_in(self, path: Path, password: str = "") -> "Homecoming | Problem":
        """Take in a returned file (slow; a worker's); a Problem is returned, to be shown by `taken_in`."""
        try:
            return self._tools.take_in(self._note, path, password)
        except Problem as problem:
            return problem

    def taken_in(self, path: Path, found: "Homecoming | Problem") -> AnswersScreen:
        """Show what came home, or why the file could not be taken in; a locked one asks for its password."""
        self._locked = str(path) if isinstance(found, Locked) else ""
        self._home = None
        if isinstance(found, Problem):
            return self._screen(Notice(Tone.BAD, say(found)))
        self._home = found
        return self._screen()

    def hand_over(self) -> AnswersScreen:
        """Note that the employee has the note from now on."""
        return self._done(lambda: self._tools.hand_over(self._note), _("Noted. It waits for the answer now."))

    def trust(self, uid: str) -> AnswersScreen:
        """Know the person by the key of this answer from now on."""
        response = next(each for each in self._store.responses(self._note.uid) if each.uid == uid)
        self._home = None
        known = _("From now on {name} is known by this key.").format(name=self._employee)
        return self._done(lambda: self._tools.trust(self._note.person_uid, response.certificate), known)

    def attach(self, path: Path) -> AnswersScreen:
        """Attach a statement that came later."""
        return self._done(lambda: self._tools.attach(self._note, path), _attached())

    def type_statement(self, words: str) -> None:
        """Keep the newest words of a statement that is being written, also while another note is shown."""
        self._words[self._note.uid] = words

    def write_down(self) -> AnswersScreen:
        """Attach the statement that was typed here."""

        def do() -> None:
            self._tools.write_down(self._note, self._words.get(self._note.uid, ""))
            self._words.pop(self._note.uid)

        return self._done(do, _attached())

    def save_answer(self, uid: str) -> AnswersScreen:
        """Save the file of an answer once more, as it came."""
        name = next(each.file_name for each in self._store.responses(self._note.uid) if each.uid == uid)
        try:
            path = self._tools.save(self._store.file(uid), name)
        except Problem as problem:
            return self._screen(Notice(Tone.BAD, say(problem)))
        return self._screen(Notice(Tone.GOOD, _("Saved: {path}").format(path=path)))

    @property
    def _employee(self) -> str:
        name: str = self._note.content["employee"]["name"]
        return name

    def _done(self, do: Callable[[], object], sentence: str) -> AnswersScreen:
        try:
            do()
        except Problem as problem:
            return self._screen(Notice(Tone.BAD, say(problem)))
        return self._screen(Notice(Tone.GOOD, sentence))

    def _screen(self, notice: Notice | None = None) -> AnswersScreen:
        responses = self._store.responses(self._note.uid)
        declines = self._store.declines(self._note.uid)
        handovers = self._store.handovers(self._note.uid)
        standing, tone = self._standing(responses, declines, handovers)
        waiting = [each for each in responses if self._can_trust(each)]
        return AnswersScreen(
            employee=self._employee,
            standing=standing,
            next_step=self._next(responses, declines, handovers),
            tone=tone,
            answers=tuple(self._row(each) for each in reversed(responses)),
            declines=tuple(_decline(each) for each in declines),
            statements=tuple(
                StatementRow(each.uid, each.file_name, _("Received {moment}").format(moment=moment(each.received_at)))
                for each in self._store.rebuttals(self._note.uid)
            ),
            can_hand_over=not responses and not declines,
            can_answer_here=not any(each.signer for each in responses),
            arrival=self._arrival(),
            spoken=self._tools.spoken(waiting[-1].certificate) if waiting else "",
            locked=self._locked,
            statement=self._words.get(self._note.uid, ""),
            notice=notice,
        )

    def _arrival(self) -> ArrivalPanel | None:
        home = self._home
        return arrival_words(home.returned, self._employee, home.key_changed) if home else None

    def _standing(
        self, responses: tuple[Response, ...], declines: tuple[Decline, ...], handovers: tuple[Handover, ...]
    ) -> tuple[str, Tone]:
        if declines:
            return _("Declined on {day}").format(day=day(declines[-1].declined_on)), Tone.WARN
        if responses:
            return _headline(responses[-1], self._is_known(responses[-1]))
        name = isolated(first_name(self._employee))
        if handovers:
            since = day(handovers[-1].at.astimezone().date())
            return _("With {name} since {day}").format(name=name, day=since), Tone.INFO
        return _("Not given to {name} yet").format(name=name), Tone.INFO

    def _next(
        self, responses: tuple[Response, ...], declines: tuple[Decline, ...], handovers: tuple[Handover, ...]
    ) -> str:
        last = responses[-1] if responses else None
        arrival = last.arrival if last else None
        if last and arrival is Arrival.UNKNOWN_SIGNER and self._is_known(last):
            arrival = Arrival.SIGNED
        standing = Standing(
            note_uid=self._note.uid,
            arrival=arrival,
            choice=last.choice if last else "",
            handed_over_at=handovers[-1].at if handovers else None,
            declined=bool(declines),
            witnessed=any(each.arrival is Arrival.WITNESSED for each in responses),
        )
        return next_step(standing, first_name(self._employee), self._today())

    def _row(self, response: Response) -> AnswerRow:
        headline, tone = _headline(response, self._is_known(response))
        return AnswerRow(
            uid=response.uid,
            headline=headline,
            detail=_detail(response),
            tone=tone,
            answer=reply_words(_reply(response)),
            can_trust=self._can_trust(response),
        )

    def _is_known(self, response: Response) -> bool:
        return bool(response.certificate) and self._tools.is_known(self._note.person_uid, response.certificate)

    def _can_trust(self, response: Response) -> bool:
        return response.arrival is Arrival.UNKNOWN_SIGNER and not self._is_known(response)


def _attached() -> str:
    return _("Attached. It travels with every copy of this note that you export from now on.")


def _headline(response: Response, known: bool) -> tuple[str, Tone]:
    if response.arrival is Arrival.UNKNOWN_SIGNER:
        if known:
            return _("Answered and signed; the key was compared later"), Tone.GOOD
        return _("Signed by someone unknown"), Tone.WARN
    if response.way is Way.ROOM and response.arrival is Arrival.SIGNED:
        return _("Answered and signed in the room"), Tone.GOOD
    return {
        Arrival.ANSWERED: (_("Answered, not signed"), Tone.GOOD),
        Arrival.SIGNED: (_("Answered and signed"), Tone.GOOD),
        Arrival.WITNESSED: (_("Declined, with a witness"), Tone.WARN),
        Arrival.RESAVED: (_("Answered in a file saved anew: unsigned text"), Tone.WARN),
    }[response.arrival]


def _detail(response: Response) -> str:
    came = _("Received {moment}").format(moment=moment(response.arrived_at))
    if not response.signer:
        return came
    signed = _("Signed as {name}, {moment} by the signer's clock")
    return " · ".join((signed.format(name=response.signer, moment=moment(response.signed_at)), came))


def _reply(response: Response) -> Reply:
    return Reply(Choice(response.choice) if response.choice else None, response.comment, response.scores_used)


def _decline(decline: Decline) -> tuple[str, str]:
    who = _("{day}, witness: {name}").format(day=day(decline.declined_on), name=decline.witness)
    return who, decline.reason or _("No reason was given.")
