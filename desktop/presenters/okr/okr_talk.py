"""The OKR side of a conversation: check-ins and reflections, key result by key result."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.okr.publishing import refresh
from desktop.i18n import _
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import AnswerType, Prompt
from desktop.models.ids import derived_uid
from desktop.models.okr import CheckIn, Reflection
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.okr.entered import check_in_row, reflection_row
from desktop.presenters.okr.key_result_forms import (
    CheckInForm,
    ReflectionForm,
    check_in_form,
    read_check_in,
    read_reflection,
    reflection_form,
)
from desktop.presenters.okr.okr_card import KeyResultCard
from desktop.presenters.okr.okr_side import OkrSide
from desktop.presenters.talk.coaching import Spot
from desktop.presenters.talk.context import ContextPanel, ContextRow
from desktop.presenters.talk.side import Outcome
from desktop.presenters.talk.steps import Step, Subject
from desktop.presenters.talk.words import Field

if TYPE_CHECKING:
    from desktop.storage.okr.okrs import OkrStore

_CHECK_IN = {"value": Voice.VALUE, "as_of": Voice.AS_OF, "source": Voice.SOURCE, "confidence": Voice.CONFIDENCE}
_BEGUN = (Voice.VALUE, Voice.SOURCE, Voice.CONFIDENCE)
_REFLECTION = {
    "value": Voice.VALUE,
    "as_of": Voice.AS_OF,
    "source": Voice.SOURCE,
    "learning": Voice.LEARNING,
    "decision": Voice.DECISION,
    "rescore_reason": Voice.RESCORE_REASON,
}


@dataclass(frozen=True, slots=True)
class KeyResultsForm:
    """The key results of the team as they stand, to look at together and to change on the OKRs screen."""

    cards: tuple[KeyResultCard, ...]


class OkrTalk:
    """What an OKR conversation needs beyond words."""

    def __init__(self, side: OkrSide, okrs: "OkrStore", today: Callable[[], date] = date.today) -> None:
        self._side = side
        self._okrs = okrs
        self._today = today

    def subjects(self, conversation: Conversation) -> tuple[Subject, ...]:
        """Return the key results of the person's team in the period."""
        found = self._side.results(conversation.person_uid, conversation.period_start, conversation.period_end)
        return tuple(Subject(result.uid, result.title) for result in found)

    def context(self, conversation: Conversation, topic: str = "") -> ContextPanel:
        """Return the objectives of the period with their key results."""
        return self._side.context(conversation.person_uid, conversation.period_start, conversation.period_end)

    def form(
        self, conversation: Conversation, step: Step, said: Mapping[Field, str], errors: Mapping[str, str]
    ) -> object | None:
        """Return the check-in, the reflection or the list of key results of a step."""
        answer = step.prompt.answer
        if answer is AnswerType.KEY_RESULTS:
            return KeyResultsForm(tuple(self._side.card(each.uid) for each in self.subjects(conversation)))
        if step.subject is None:
            return KeyResultsForm(()) if answer in (AnswerType.CHECK_IN, AnswerType.REFLECTION) else None
        if answer is AnswerType.CHECK_IN:
            typed = self._check_in_form(step.prompt, step.subject.uid, said)
            return self._side.check_in(step.subject.uid, typed, errors)
        if answer is AnswerType.REFLECTION:
            form = self._reflection_form(step.prompt, step.subject.uid, said)
            return self._side.reflection(step.subject.uid, form, errors)
        return None

    def leave(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> Outcome:
        """Record the check-in or reflection that is typed; nothing typed means nothing to record."""
        read = self._read(conversation, step.prompt, step.subject_uid, said)
        if isinstance(read, dict):
            return Outcome(read)
        if isinstance(read, CheckIn):
            self._okrs.record_check_in(read)
        elif isinstance(read, Reflection):
            self._okrs.record_reflection(read)
        return self._published(step.subject_uid) if read else Outcome()

    def act(self, conversation: Conversation, step: Step, said: Mapping[Field, str], name: str, uid: str) -> Outcome:
        """The forms of this side have no buttons of their own: going on records what is typed."""
        return Outcome()

    def entered(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> tuple[ContextRow, ...]:
        """Return the check-in or the reflection of a step as it is typed."""
        prompt, uid = step.prompt, step.subject_uid
        if prompt.answer is AnswerType.CHECK_IN and _typed(prompt, uid, said, _BEGUN):
            return (check_in_row(self._check_in_form(prompt, uid, said), self._okrs.key_result(uid)),)
        if prompt.answer is AnswerType.REFLECTION and _typed(prompt, uid, said, tuple(_REFLECTION.values())):
            return (reflection_row(self._reflection_form(prompt, uid, said), self._okrs.key_result(uid)),)
        return ()

    def left_over(self, conversation: Conversation, said: Mapping[Field, str]) -> tuple[str, ...]:
        """Return the key results whose typed check-in or reflection was not recorded."""
        prompts = [prompt for section in conversation.guide.sections for prompt in section.prompts]
        return tuple(
            _("“{title}”: what you typed is not recorded yet. Open its section and go on from there.").format(
                title=subject.title
            )
            for prompt in prompts
            for subject in self.subjects(conversation)
            if self._read(conversation, prompt, subject.uid, said)
        )

    def written(self, conversation: Conversation) -> Mapping[Spot, str]:
        """Return nothing: values and sources are no words; learnings are read where they are typed."""
        return {}

    def discarded(self, conversation: Conversation) -> None:
        """Publish shared key results anew: the draft's check-ins went with it."""
        for subject in self.subjects(conversation):
            refresh(self._okrs, subject.uid)

    def _read(
        self, conversation: Conversation, prompt: Prompt, uid: str, said: Mapping[Field, str]
    ) -> CheckIn | Reflection | dict[str, str] | None:
        """Return what a form holds, its errors, or None where nothing is typed or all of it is recorded."""
        if not uid:
            return None
        if prompt.answer is AnswerType.CHECK_IN and _typed(prompt, uid, said, _BEGUN):
            return self._read_check_in(conversation, prompt, uid, said)
        if prompt.answer is AnswerType.REFLECTION and _typed(prompt, uid, said, tuple(_REFLECTION.values())):
            return self._read_reflection(conversation, prompt, uid, said)
        return None

    def _read_check_in(
        self, conversation: Conversation, prompt: Prompt, uid: str, said: Mapping[Field, str]
    ) -> CheckIn | dict[str, str] | None:
        form = self._check_in_form(prompt, uid, said)
        made = read_check_in(form, self._okrs.key_result(uid), self._today(), conversation.uid)
        if isinstance(made, dict):
            return made
        made = replace(made, uid=derived_uid(conversation.uid, uid))
        known = [_as_said(each) for each in self._okrs.check_ins(uid)]
        return None if _as_said(made) in known else made

    def _read_reflection(
        self, conversation: Conversation, prompt: Prompt, uid: str, said: Mapping[Field, str]
    ) -> Reflection | dict[str, str] | None:
        before = self._okrs.reflection(uid)
        form = self._reflection_form(prompt, uid, said)
        made = read_reflection(form, self._okrs.key_result(uid), self._today(), before, conversation.uid)
        if isinstance(made, dict):
            return made
        return None if before and _as_said(made) == _as_said(before) else made

    def _check_in_form(self, prompt: Prompt, uid: str, said: Mapping[Field, str]) -> CheckInForm:
        return replace(check_in_form(self._today()), **_overlay(prompt, uid, said, _CHECK_IN))

    def _reflection_form(self, prompt: Prompt, uid: str, said: Mapping[Field, str]) -> ReflectionForm:
        begun = reflection_form(
            self._okrs.key_result(uid), self._okrs.reflection(uid), self._okrs.latest_check_in(uid), self._today()
        )
        return replace(begun, **_overlay(prompt, uid, said, _REFLECTION))

    def _published(self, uid: str) -> Outcome:
        """Keep a shared key result current, and say so where a wording is held back."""
        held = refresh(self._okrs, uid)
        if not held:
            return Outcome()
        sentence = _("Not shared with performance conversations until reworded: “{words}”. {instead}")
        return Outcome(notice=Notice(Tone.WARN, sentence.format(words=held[0].words, instead=_(held[0].instead))))


def _typed(prompt: Prompt, uid: str, said: Mapping[Field, str], voices: tuple[Voice, ...]) -> bool:
    return any(said.get(Field(prompt.id, uid, voice), "").strip() for voice in voices)


def _overlay(prompt: Prompt, uid: str, said: Mapping[Field, str], voices: Mapping[str, Voice]) -> dict[str, str]:
    found = {name: said.get(Field(prompt.id, uid, voice)) for name, voice in voices.items()}
    return {name: text for name, text in found.items() if text is not None}


def _as_said(entry: CheckIn | Reflection) -> tuple[object, ...]:
    """Return all of an entry but when and where it was recorded."""
    apart = ("uid", "recorded_at", "conversation_uid", "rescore_reason")
    return tuple(getattr(entry, each.name) for each in fields(entry) if each.name not in apart)
