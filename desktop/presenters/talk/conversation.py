"""The conversation screen: one prompt at a time, both voices, everything kept as it is typed."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import TALKING, Conversation, Promise, State, Voice
from desktop.models.guide import AnswerType, Section
from desktop.models.ids import new_uid
from desktop.models.people import Person, first_name
from desktop.models.problems import Problem
from desktop.presenters.notice import Notice, bad
from desktop.presenters.talk import commitments
from desktop.presenters.talk.coaching import PRIVATE, Spot
from desktop.presenters.talk.conversation_screen import (
    NO_ERRORS,
    Box,
    Commitments,
    ConversationScreen,
    StepMark,
    sealed_notice,
)
from desktop.presenters.talk.side import Outcome, Side
from desktop.presenters.talk.steps import Step, place_of, section_of, section_state, step_at, steps_of
from desktop.presenters.talk.words import Field, Words
from desktop.wording import beside, day, isolated, kind_name, stage_name

if TYPE_CHECKING:
    from desktop.presenters.talk.coaching import Advice, Coaching, Mark
    from desktop.presenters.talk.prepared import Prepared, PreparedWords
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.talks.conversations import ConversationStore

_PROMISING = (Voice.PROMISE, Voice.OWNER, Voice.DUE)
_SILENT: Mapping[AnswerType, tuple[Voice, ...]] = {
    AnswerType.READING: (),
    AnswerType.MANAGER: (Voice.MANAGER,),
    AnswerType.EMPLOYEE: (Voice.EMPLOYEE,),
}


class ConversationPresenter:
    """Leads through one conversation; `side` brings what its kind needs."""

    def __init__(
        self,
        conversations: "ConversationStore",
        people: "PeopleStore",
        words: Words,
        side: Side,
        coach: "Coaching | None" = None,
        prepared: "PreparedWords | None" = None,
    ) -> None:
        self._store = conversations
        self._people = people
        self._words = words
        self._side = side
        self._coach = coach
        self._prepared = prepared
        self._talk: Conversation
        self._steps: tuple[Step, ...] = ()
        self._at = 0
        self._opened = 0

    def open(self, uid: str, section: int | None = None) -> ConversationScreen:
        """Show a conversation where it was left, or at the start of `section`."""
        self._opened += 1
        self._talk = self._store.conversation(uid)
        self._lay_out(self._words.place(uid, self._talk.step))
        return self._screen() if section is None else self.jump(section)

    def again(self) -> ConversationScreen:
        """Show the same step as things stand now."""
        return self._screen()

    def type(self, voice: str, text: str) -> object | None:
        """Keep the newest words of a field of this step; return its form as it now reads."""
        where = Field("commitment", "", Voice(voice)) if voice in _PROMISING else self._field(Voice(voice))
        self._words.type(self._talk.uid, where, text)
        try:
            return self._side.form(self._talk, self._step, self._words.said(self._talk.uid), NO_ERRORS)
        except Problem:
            return None  # what the form is about is gone: the words are kept, the next step says so

    def type_about(self, subject: str, voice: str, text: str) -> None:
        """Keep the newest words of a field that is about one thing of a form (an expectation, say)."""
        self._words.type(self._talk.uid, Field(self._step.prompt.id, subject, Voice(voice)), text)

    def type_private(self, text: str) -> None:
        """Keep the newest words of the private note of this section."""
        self._words.type_private(self._talk.uid, self._section.id, text)

    def next(self) -> ConversationScreen:
        """Take the form of this step and go on; past the last step the screen says it is finished."""
        if self._talk.state is State.SEALED:
            return self.skip()
        try:
            outcome = self._side.leave(self._talk, self._step, self._words.said(self._talk.uid))
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen(outcome) if outcome.errors else self._go(self._at + 1, outcome.notice)

    def take_over(self) -> ConversationScreen:
        """Take what the employee wrote before the talk over as their answer; what is noted there stays above it."""
        if self._prepared is not None and self._talk.state is State.DRAFT:
            field = self._field(Voice.EMPLOYEE)
            noted = self._words.said(self._talk.uid).get(field, "")
            self._words.type(self._talk.uid, field, self._prepared.taken_over(self._talk, field.prompt_id, noted))
            self._opened += 1  # the field is another one now, so that its view writes it anew
        return self._screen()

    def skip(self) -> ConversationScreen:
        """Go on without taking the form; what is typed stays."""
        return self._go(self._at + 1)

    def back(self) -> ConversationScreen:
        """Go one step back."""
        return self._go(self._at - 1)

    def jump(self, section: int) -> ConversationScreen:
        """Go to the first step of a section."""
        first = next((i for i, step in enumerate(self._steps) if step.section == section), self._at)
        return self._go(first)

    def act(self, name: str, uid: str = "") -> ConversationScreen:
        """Do what a button of the form asks for."""
        try:
            outcome = self._side.act(self._talk, self._step, self._words.said(self._talk.uid), name, uid)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        self._taken(outcome.used, outcome.into)
        for field, text in outcome.written.items():
            self._words.type(self._talk.uid, field, text)
        return self._screen(outcome)

    def add_commitment(self) -> ConversationScreen:
        """Add the commitment as it is typed; its form is empty again afterwards."""
        try:
            made = new_uid()
            errors = commitments.add(self._store, self._talk, self._owners(), self._words.said(self._talk.uid), made)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        if errors:
            return self._screen(promise_errors=errors)
        self._taken((commitments.PROMISE, commitments.DUE), made)
        return self._screen()

    def remove_commitment(self, uid: str) -> ConversationScreen:
        """Take back a commitment of this talk."""
        return self._changed(lambda: self._store.delete_commitment(uid))

    def settle(self, uid: str, state: str) -> ConversationScreen:
        """Say that a commitment was kept or dropped, or is open again."""
        return self._changed(lambda: self._store.set_promise(uid, Promise(state)))

    def spot(self, subject: str, voice: str) -> Spot:
        """Return where the words of a field stand; an empty `subject` is what this step is about."""
        if voice == PRIVATE:
            return Spot(self._section.id, "", PRIVATE)
        if voice == Voice.PROMISE:
            return Spot(commitments.PROMISE.prompt_id, "", voice)
        return Spot(self._step.prompt.id, subject or self._step.subject_uid, voice)

    def look(self, spot: Spot) -> "Callable[[str], Advice] | None":
        """Return what looks at the words of a field (a plain function for another thread); None if nothing does."""
        if self._coach is None or self._talk.state is State.SEALED:
            return None
        return partial(self._coach.look, self._talk, spot)

    def set_aside(self, mark: "Mark", reason: str) -> str:
        """Keep that a finding may stand; return what is wrong, "" if it was kept."""
        return self._coach.set_aside(self._talk, mark, reason) if self._coach else ""

    @property
    def _step(self) -> Step:
        return self._steps[self._at]

    @property
    def _section(self) -> Section:
        return section_of(self._talk.guide, self._step)

    def _field(self, voice: Voice) -> Field:
        return Field(self._step.prompt.id, self._step.subject_uid, voice)

    def _taken(self, used: tuple[Field, ...], into: str) -> None:
        """Empty the fields whose words became the thing `into`; what was set aside in them goes along."""
        for field in used:
            self._words.type(self._talk.uid, field, "")
            if self._coach is not None:
                with suppress(Problem):  # pointed out once more, at the worst
                    self._coach.follow(self._talk, Spot(field.prompt_id, field.subject, field.voice), into)

    def _changed(self, change: Callable[[], None]) -> ConversationScreen:
        try:
            change()
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen()

    def _go(self, target: int, notice: Notice | None = None) -> ConversationScreen:
        if target >= len(self._steps):
            return replace(self._screen(notice=notice), finished=True)
        self._at = max(0, target)
        if self._talk.state is State.DRAFT:
            self._words.move(self._talk.uid, self._place())
        return self._screen(notice=notice)

    def _place(self) -> int:
        return place_of(self._talk.guide, self._steps, self._at)

    def _lay_out(self, place: int) -> None:
        """Lay the guide out over the key results there are now, and stand at `place`."""
        self._steps = steps_of(self._talk.guide, self._side.subjects(self._talk))
        self._at = step_at(self._talk.guide, self._steps, place)

    def _lay_out_anew(self) -> None:
        """Stay at the same step although key results may have been added or deleted meanwhile."""
        prompt, subject = self._step.prompt.id, self._step.subject_uid
        self._lay_out(self._place())
        same = [at for at, step in enumerate(self._steps) if (step.prompt.id, step.subject_uid) == (prompt, subject)]
        self._at = same[0] if same else self._at

    def _screen(
        self,
        outcome: Outcome = Outcome(),  # noqa: B008 (frozen value)
        promise_errors: Mapping[str, str] = NO_ERRORS,
        notice: Notice | None = None,
    ) -> ConversationScreen:
        self._lay_out_anew()
        talk, step, section = self._talk, self._step, self._section
        employee = self._people.person(talk.person_uid)
        said = self._words.said(talk.uid)
        own = [s for s in self._steps if s.section == step.section]
        form = self._side.form(talk, step, said, outcome.errors)
        return ConversationScreen(
            uid=talk.uid,
            kind=str(talk.kind),
            title=_("{kind} with {name}").format(kind=kind_name(talk.kind), name=isolated(employee.name)),
            subtitle=beside(stage_name(talk.stage), day(talk.held_on), talk.period),
            steps=self._marks(said),
            section=section.title,
            minutes=section.minutes,
            count=_("{n} of {all}").format(n=own.index(step) + 1, all=len(own)) if len(own) > 1 else "",
            about=step.subject.title if step.subject and form is None else "",
            topic=str(step.prompt.answer),
            prompt=step.prompt.text,
            purpose=step.prompt.purpose,
            avoid=step.prompt.avoid,
            boxes=self._boxes(employee, said),
            private=self._private(),
            visit=f"{self._opened}/{talk.uid}",
            form=form,
            commitments=self._commitments(promise_errors),
            context=self._side.context(talk, step.prompt.topic),
            can_go_back=self._at > 0,
            next_label=self._next_label(),
            notice=notice or outcome.notice or sealed_notice(talk),
            sealed=talk.state is State.SEALED,
            prepared=self._written(said),
        )

    def _written(self, said: Mapping[Field, str]) -> "Prepared | None":
        field = self._field(Voice.EMPLOYEE)
        prepared = self._prepared
        return prepared.beside(self._talk, field.prompt_id, said.get(field, "")) if prepared is not None else None

    def _marks(self, said: Mapping[Field, str]) -> tuple[StepMark, ...]:
        answered = {(field.prompt_id, field.subject) for field, text in said.items() if text.strip()}
        sections = self._talk.guide.sections
        return tuple(
            StepMark(section.title, section_state(self._steps, self._at, index, answered))
            for index, section in enumerate(sections)
        )

    def _boxes(self, employee: Person, said: Mapping[Field, str]) -> tuple[Box, ...]:
        voices = _SILENT.get(self._step.prompt.answer, TALKING)
        return tuple(self._box(voice, employee, said) for voice in voices)

    def _box(self, voice: Voice, employee: Person, said: Mapping[Field, str]) -> Box:
        field = self._field(voice)
        if voice is Voice.EMPLOYEE:
            label = _("What {name} said").format(name=isolated(first_name(employee.name)))
            hint = _("In their words")
        else:
            label, hint = _("What you noted"), _("In the PDF, as you write it")
        key = f"{self._opened}/{self._talk.uid}/{field.prompt_id}/{field.subject}/{voice}"
        return Box(str(voice), key, label, hint, said.get(field, ""))

    def _private(self) -> Box:
        return Box(
            voice="private",
            key=f"{self._opened}/{self._talk.uid}/{self._section.id}/private",
            label=_("Private note"),
            hint=_("Never in the PDF. It is still personal data: they may ask to see it."),
            text=self._words.private(self._talk.uid).get(self._section.id, ""),
        )

    def _owners(self) -> tuple[str, ...]:
        people = (self._talk.manager_uid, self._talk.person_uid)
        return tuple(self._people.person(uid).name for uid in people)

    def _commitments(self, errors: Mapping[str, str]) -> Commitments:
        prominent = self._step.prompt.answer is AnswerType.COMMITMENTS
        said = self._words.said(self._talk.uid)
        return commitments.commitments_of(self._store, self._talk, self._owners(), said, errors, prominent)

    def _next_label(self) -> str:
        if self._at + 1 >= len(self._steps):
            return _("Read it through")
        following = self._steps[self._at + 1]
        if following.section != self._step.section:
            return _("Next: {section}").format(section=section_of(self._talk.guide, following).title)
        return _("Next prompt")
