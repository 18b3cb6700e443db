"""The review page: the whole conversation on one page, to correct and then to seal."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import TALKING, Conversation, State, Voice
from desktop.models.guide import AnswerType
from desktop.models.ids import now
from desktop.models.note import Note
from desktop.models.people import first_name
from desktop.models.policy import PolicyText, read_day
from desktop.models.problems import Problem
from desktop.models.talk_days import DayReason
from desktop.models.typed import day_of, shortened
from desktop.presenters.notice import Notice, Tone, bad, read
from desktop.presenters.talk import commitments
from desktop.presenters.talk.coaching import PRIVATE, Spot, texts_of
from desktop.presenters.talk.context import ContextPanel, ContextRow
from desktop.presenters.talk.conversation_screen import Box, CommitmentRow, sealed_notice
from desktop.presenters.talk.side import Side
from desktop.presenters.talk.start_talk import needs_reason, says_why
from desktop.presenters.talk.steps import Step, steps_of
from desktop.presenters.talk.words import Field, Words
from desktop.wording import beside, day, isolated, kind_name, policy_decided, stage_name

if TYPE_CHECKING:
    from desktop.presenters.talk.coaching import Coaching, Mark, WholeAdvice
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.talks.conversations import ConversationStore


@dataclass(frozen=True, slots=True)
class ReviewPrompt:
    """A prompt with the words given to it; `about` names the key result, "" for none.

    `rows` are what its form holds: a check-in, a reflection, role expectations.
    """

    text: str
    about: str
    boxes: tuple[Box, ...]
    rows: tuple[ContextRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """A section with its answered prompts; `missing` are the prompts nobody answered."""

    index: int
    title: str
    prompts: tuple[ReviewPrompt, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewScreen:
    """The whole conversation as it would be sealed now; one that is `sealed` already can be read, no more.

    `near` says which talk of the other kind lies too close ("" for none), `day_reason` why it may.
    """

    uid: str
    kind: str
    title: str
    subtitle: str
    rule: str
    held_on: str
    held_on_error: str
    sections: tuple[ReviewSection, ...]
    commitments: tuple[CommitmentRow, ...]
    cited: ContextPanel
    left_over: tuple[str, ...]
    correction: str
    can_seal: bool
    seal_question: str
    notice: Notice | None = None
    sealed: bool = False
    near: str = ""
    day_reason: str = ""
    day_reason_error: str = ""


class ReviewPresenter:
    """Shows a draft whole, takes corrections, seals it."""

    def __init__(
        self,
        conversations: "ConversationStore",
        people: "PeopleStore",
        words: Words,
        side: Side,
        seal: Callable[[str], Note],
        coach: "Coaching | None" = None,
        policy: Callable[[str], PolicyText] = PolicyText,
        near: Callable[[Conversation, date], str] | None = None,
    ) -> None:
        self._store = conversations
        self._people = people
        self._words = words
        self._side = side
        self._seal = seal
        self._coach = coach
        self._policy = policy
        self._near = near
        self._wanted: date | None = None
        self._talk: Conversation
        self._fields: dict[str, Field] = {}
        self._opened = 0
        self._shown: ReviewScreen

    def open(self, uid: str) -> ReviewScreen:
        """Show a draft as it would be sealed."""
        self._opened += 1
        self._wanted = None
        self._talk = self._store.conversation(uid)
        return self._screen()

    def type(self, key: str, text: str) -> None:
        """Keep the newest words of a field."""
        self._words.type(self._talk.uid, self._fields[key], text)

    def set_held_on(self, text: str) -> ReviewScreen:
        """Change the day the talk was held."""
        errors: dict[str, str] = {}
        held_on = read(errors, "held_on", day_of, text)
        if held_on is None:
            return self._screen(typed_day=text, day_error=errors["held_on"])
        self._wanted = held_on if held_on != self._talk.held_on else None
        if self._wanted and self._near_words() and not self._store.day_reason(self._talk.uid):
            return self._screen(typed_day=text)
        return self._on_day(held_on, text)

    def set_day_reason(self, reason: str) -> ReviewScreen:
        """Keep why the talk lies close to one of the other kind; a day that waits for it is taken with it."""
        if not says_why(reason):
            typed = self._wanted.isoformat() if self._wanted else ""
            return replace(self._screen(typed_day=typed), day_reason_error=needs_reason())
        try:
            self._store.keep_day_reason(DayReason(self._talk.uid, reason.strip(), now()))
        except Problem as problem:
            return self._told(bad(problem))
        wanted = self._wanted or self._talk.held_on
        return self._on_day(wanted, wanted.isoformat())

    def _on_day(self, held_on: date, typed: str) -> ReviewScreen:
        try:
            self._store.set_held_on(self._talk.uid, held_on)
            self._talk = self._store.conversation(self._talk.uid)
        except Problem as problem:
            return self._told(bad(problem), typed_day=typed)
        self._wanted = None
        return self._screen()

    def _near_words(self) -> str:
        return self._near(self._talk, self._wanted or self._talk.held_on) if self._near else ""

    def advising(self) -> "Callable[[], WholeAdvice] | None":
        """Return what looks at the whole conversation as it stands (a worker's), None where there is no coach."""
        if self._coach is None or self._talk.state is State.SEALED:
            return None
        uid = self._talk.uid
        promises = {Spot("commitment", each.uid, Voice.PROMISE): each.text for each in self._store.commitments(uid)}
        texts = {**texts_of(self._words.said(uid), self._words.private(uid)), **promises}
        return partial(_advised, self._coach, self._side, self._talk, texts)

    def section_of(self, mark: "Mark") -> str:
        """Return the number of the section in which the words of a mark stand, "" for none."""
        spot = mark.spot
        for index, section in enumerate(self._talk.guide.sections):
            if spot.prompt_id in (section.id if spot.voice == PRIVATE else each.id for each in section.prompts):
                return str(index)
        return ""

    def set_aside(self, mark: "Mark", reason: str) -> str:
        """Keep that a finding may stand; return what is wrong, "" if it was kept."""
        return self._coach.set_aside(self._talk, mark, reason) if self._coach else ""

    def take_up(self, mark: "Mark") -> str:
        """Point a finding out again; return what is wrong, "" if it is."""
        return self._coach.take_up(self._talk, mark) if self._coach else ""

    def seal(self, uid: str) -> Note:
        """Seal the conversation `uid` (slow; a worker's): waits until every typed word is on disk.

        Raises Problem if it cannot be sealed.
        """
        if not self._words.settle(10.0):
            raise Problem("Not everything you typed is on disk yet, so nothing was sealed; please try again.")
        return self._seal(uid)

    def refused(self, sentence: str) -> ReviewScreen:
        """Show the page again, as the conversation stands now, with why it was not sealed."""
        with suppress(Problem):
            self._talk = self._store.conversation(self._talk.uid)
        return self._told(Notice(Tone.BAD, sentence))

    def discard(self) -> ReviewScreen | None:
        """Delete the draft with everything in it; return the page with the reason if that cannot be, else None."""
        self._words.settle()
        try:
            self._store.discard(self._talk.uid)
        except Problem as problem:
            return self._told(bad(problem))
        self._words.forget(self._talk.uid)
        with suppress(Problem):  # what was told of it is brought up to date at the next change, too
            self._side.discarded(self._talk)
        return None

    def _told(self, notice: Notice, typed_day: str = "") -> ReviewScreen:
        """Show the page with a notice; as it was shown last where the vault cannot even be read any more."""
        try:
            return self._screen(typed_day=typed_day, notice=notice)
        except Problem:
            return replace(self._shown, held_on=typed_day or self._shown.held_on, held_on_error="", notice=notice)

    def _screen(self, typed_day: str = "", day_error: str = "", notice: Notice | None = None) -> ReviewScreen:
        talk = self._talk
        employee = self._people.person(talk.person_uid)
        sections = self._sections()
        sealed = talk.state is State.SEALED
        self._shown = ReviewScreen(
            uid=talk.uid,
            kind=str(talk.kind),
            title=_("Is this what you said?"),
            subtitle=beside(kind_name(talk.kind), employee.name, stage_name(talk.stage), talk.period),
            rule=_rule(talk.guide.rule, self._policy(talk.guide.rule)),
            held_on=typed_day or talk.held_on.isoformat(),
            held_on_error=day_error,
            sections=sections,
            commitments=self._commitments(),
            cited=self._side.context(talk),
            left_over=self._left_over(),
            correction=_("Correction: {reason}").format(reason=talk.reason) if talk.corrects else "",
            can_seal=not sealed and (self._anything_typed() or bool(self._commitments())),
            seal_question=_(
                "A sealed note cannot be changed any more, by anyone. You can correct it later with a new revision "
                "that says why; this one stays. Private notes are not part of it."
            ),
            notice=notice or sealed_notice(talk),
            sealed=sealed,
            near=self._near_words(),
            day_reason=self._store.day_reason(talk.uid),
        )
        return self._shown

    def _anything_typed(self) -> bool:
        """Whether a word or a value stands anywhere, also in a form: a check-in alone is a talk worth keeping."""
        return any(text.strip() for text in self._words.said(self._talk.uid).values())

    def _sections(self) -> tuple[ReviewSection, ...]:
        steps = steps_of(self._talk.guide, self._side.subjects(self._talk))
        self._fields = {}
        return tuple(
            self._section(index, section.title, [step for step in steps if step.section == index])
            for index, section in enumerate(self._talk.guide.sections)
        )

    def _section(self, index: int, title: str, steps: list[Step]) -> ReviewSection:
        said = self._words.said(self._talk.uid)
        answered, missing = [], []
        for step in steps:
            fields = [Field(step.prompt.id, step.subject_uid, voice) for voice in TALKING]
            worded = any(said.get(field, "").strip() for field in fields)
            rows = self._side.entered(self._talk, step, said)
            if worded or rows:
                answered.append(self._prompt(step, fields if worded else [], rows))
            elif self._is_open(step):
                missing.append(f"{step.prompt.text} ({step.subject.title})" if step.subject else step.prompt.text)
        return ReviewSection(index, title, tuple(answered), tuple(missing))

    def _is_open(self, step: Step) -> bool:
        """Tell whether an empty prompt waits for an answer: not one to be read, nor agreements where some were made."""
        agreed = step.prompt.answer is AnswerType.COMMITMENTS and self._commitments()
        return step.prompt.answer is not AnswerType.READING and not agreed

    def _prompt(self, step: Step, fields: list[Field], rows: tuple[ContextRow, ...]) -> ReviewPrompt:
        boxes = tuple(self._box(field) for field in fields)
        return ReviewPrompt(step.prompt.text, step.subject.title if step.subject else "", boxes, rows)

    def _box(self, field: Field) -> Box:
        name = isolated(first_name(self._people.person(self._talk.person_uid).name))
        said_by_employee = field.voice is Voice.EMPLOYEE
        label = _("What {name} said").format(name=name) if said_by_employee else _("What you noted")
        key = f"{self._opened}/{self._talk.uid}/{field.prompt_id}/{field.subject}/{field.voice}"
        self._fields[key] = field
        return Box(str(field.voice), key, label, "", self._words.said(self._talk.uid).get(field, ""))

    def _commitments(self) -> tuple[CommitmentRow, ...]:
        said = self._words.said(self._talk.uid)
        rows = commitments.commitments_of(self._store, self._talk, ("",), said).rows
        return tuple(row for row in rows if not row.carried)

    def _left_over(self) -> tuple[str, ...]:
        said = self._words.said(self._talk.uid)
        typed = said.get(commitments.PROMISE, "").strip()
        words = _("A commitment is typed but not added: {text}")
        unfinished = (words.format(text=shortened(typed)),) if typed else ()
        return unfinished + self._side.left_over(self._talk, said)


def _advised(coach: "Coaching", side: Side, talk: Conversation, texts: Mapping[Spot, str]) -> "WholeAdvice":
    """Return what the coach says to a conversation's own texts and to what stands beside it."""
    return coach.whole(talk, {**texts, **side.written(talk)})


def _rule(rule: str, policy: PolicyText) -> str:
    """Return the rule with what the firm says of it, as both will stand on the note."""
    decided = policy_decided(policy.decided_by, day(read_day(policy.decided_on)))
    return "\n".join(dict.fromkeys(each for each in (rule, policy.text, decided) if each))
