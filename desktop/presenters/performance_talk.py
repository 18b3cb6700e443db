"""The performance side of a conversation: published facts beside it, role expectations with observed examples in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import AnswerType
from desktop.models.ids import new_uid
from desktop.models.performance import Evidence, Expectation
from desktop.models.problems import Problem
from desktop.models.typed import day_of, name_of, shortened
from desktop.presenters.context import ContextPanel
from desktop.presenters.notice import read
from desktop.presenters.performance_side import PerformanceSide
from desktop.presenters.side import Outcome
from desktop.presenters.steps import Step, Subject
from desktop.presenters.words import Field
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.evidence import EvidenceStore

_EXAMPLE = (Voice.OBSERVED_ON, Voice.SITUATION, Voice.BEHAVIOUR, Voice.IMPACT)


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """An observed example in words."""

    uid: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class ExpectationRow:
    """What the role asks, the examples seen for it, and the example being typed (by field name)."""

    uid: str
    text: str
    examples: tuple[ExampleRow, ...]
    typed: Mapping[str, str]
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExpectationsForm:
    """The role expectations of a person, and the one being typed."""

    rows: tuple[ExpectationRow, ...]
    typed: str
    error: str


class PerformanceTalk:
    """What a performance conversation needs beyond words."""

    def __init__(self, side: PerformanceSide, evidence: "EvidenceStore") -> None:
        self._side = side
        self._evidence = evidence

    def subjects(self, conversation: Conversation) -> tuple[Subject, ...]:
        """Return nothing: no prompt of a performance guide is repeated per key result."""
        return ()

    def context(self, conversation: Conversation, topic: str = "") -> ContextPanel:
        """Return the published facts of the period, or what helps to answer the question of a `topic`."""
        if topic:
            return self._side.beside(conversation, topic)
        return self._side.context(conversation.person_uid, conversation.period_start, conversation.period_end)

    def form(
        self, conversation: Conversation, step: Step, said: Mapping[Field, str], errors: Mapping[str, str]
    ) -> object | None:
        """Return the role expectations where the prompt is about them."""
        if step.prompt.answer is not AnswerType.EXPECTATIONS:
            return None
        rows = [self._row(conversation, step, said, errors, each) for each in self._expectations(conversation)]
        typed = said.get(Field(step.prompt.id, "", Voice.EXPECTATION), "")
        return ExpectationsForm(tuple(rows), typed, errors.get("expectation", ""))

    def leave(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> Outcome:
        """Take nothing: expectations and examples are added by their own buttons."""
        return Outcome()

    def act(self, conversation: Conversation, step: Step, said: Mapping[Field, str], name: str, uid: str) -> Outcome:
        """Add or remove an expectation or an example."""
        if name == "add-expectation":
            return self._add_expectation(conversation, Field(step.prompt.id, "", Voice.EXPECTATION), said)
        if name == "add-example":
            return self._add_example(conversation, step, said, uid)
        if name == "remove-expectation":
            self._evidence.delete_expectation(uid)
        elif name == "remove-example":
            self._evidence.delete_evidence(uid)
        return Outcome()

    def left_over(self, conversation: Conversation, said: Mapping[Field, str]) -> tuple[str, ...]:
        """Return what was typed as an expectation or example but not added."""
        voices = {Voice.EXPECTATION, Voice.SITUATION, Voice.BEHAVIOUR, Voice.IMPACT}
        typed = [text.strip() for field, text in said.items() if field.voice in voices and text.strip()]
        words = _("An example or expectation is typed but not added: {text}")
        return tuple(words.format(text=shortened(each)) for each in typed)

    def discarded(self, conversation: Conversation) -> None:
        """Nothing was told to anybody."""

    def _expectations(self, conversation: Conversation) -> tuple[Expectation, ...]:
        return tuple(self._evidence.expectations(conversation.person_uid))

    def _row(
        self,
        conversation: Conversation,
        step: Step,
        said: Mapping[Field, str],
        errors: Mapping[str, str],
        expectation: Expectation,
    ) -> ExpectationRow:
        seen = self._evidence.evidence(conversation.person_uid, conversation.period_start, conversation.period_end)
        own = [_example(each) for each in seen if each.expectation_uid == expectation.uid]
        typed = {str(v): said.get(Field(step.prompt.id, expectation.uid, v), "") for v in _EXAMPLE}
        mine = {str(v): errors[f"{expectation.uid}/{v}"] for v in _EXAMPLE if f"{expectation.uid}/{v}" in errors}
        return ExpectationRow(expectation.uid, expectation.text, tuple(own), typed, mine)

    def _add_expectation(self, conversation: Conversation, field: Field, said: Mapping[Field, str]) -> Outcome:
        errors: dict[str, str] = {}
        text = read(errors, "expectation", _expected, said.get(field, ""))
        if text is None:
            return Outcome(errors)
        self._evidence.save_expectation(Expectation(new_uid(), conversation.person_uid, text))
        return Outcome(used=(field,))

    def _add_example(self, conversation: Conversation, step: Step, said: Mapping[Field, str], uid: str) -> Outcome:
        fields = {voice: Field(step.prompt.id, uid, voice) for voice in _EXAMPLE}
        errors: dict[str, str] = {}
        when = read(
            errors,
            f"{uid}/{Voice.OBSERVED_ON}",
            lambda text: _observed(text, conversation),
            said.get(fields[Voice.OBSERVED_ON], ""),
        )
        texts = {v: said.get(fields[v], "").strip() for v in _EXAMPLE[1:]}
        for voice, text in texts.items():
            if not text:
                errors[f"{uid}/{voice}"] = _MISSING[voice]()
        if errors or when is None:
            return Outcome(errors)
        self._evidence.save_evidence(
            Evidence(
                uid=new_uid(),
                person_uid=conversation.person_uid,
                expectation_uid=uid,
                observed_on=when,
                situation=texts[Voice.SITUATION],
                behaviour=texts[Voice.BEHAVIOUR],
                impact=texts[Voice.IMPACT],
            )
        )
        return Outcome(used=tuple(fields.values()))


_MISSING = {
    Voice.SITUATION: lambda: _("When and where was it? One situation."),
    Voice.BEHAVIOUR: lambda: _("What did you see or hear? What the person did, not what they are like."),
    Voice.IMPACT: lambda: _("What came of it, for whom?"),
}


def _observed(text: str, conversation: Conversation) -> date:
    when = day_of(text)
    if not conversation.period_start <= when <= conversation.period_end:
        raise Problem(
            "{day} lies outside the period of this conversation ({start} to {end}).",
            day=when.isoformat(),
            start=conversation.period_start.isoformat(),
            end=conversation.period_end.isoformat(),
        )
    return when


def _expected(text: str) -> str:
    return name_of(text, _("what the role asks"))


def _example(evidence: Evidence) -> ExampleRow:
    words = f"{evidence.situation} → {evidence.behaviour} → {evidence.impact}"
    return ExampleRow(evidence.uid, day(evidence.observed_on), words)
