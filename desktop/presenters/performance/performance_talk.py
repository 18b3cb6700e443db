"""The performance side of a conversation: published facts beside it, role expectations with observed examples in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext, say
from desktop.models.conversation import Conversation, Voice
from desktop.models.guide import AnswerType
from desktop.models.ids import new_uid, now
from desktop.models.performance import Evidence, Expectation, Leaning, Sense
from desktop.models.problems import Problem
from desktop.models.rating import require_rating
from desktop.models.typed import day_of, name_of, require_text, shortened
from desktop.presenters.notice import read
from desktop.presenters.performance.evidence_words import evidence_detail
from desktop.presenters.performance.performance_side import PerformanceSide
from desktop.presenters.performance.picking import spread_over
from desktop.presenters.talk.coaching import Spot
from desktop.presenters.talk.context import ContextPanel, ContextRow
from desktop.presenters.talk.side import Outcome
from desktop.presenters.talk.steps import Step, Subject
from desktop.presenters.talk.words import Field

if TYPE_CHECKING:
    from desktop.storage.performance.evidence import EvidenceStore

_EXAMPLE = (
    Voice.OBSERVED_ON,
    Voice.SITUATION,
    Voice.BEHAVIOUR,
    Voice.IMPACT,
    Voice.LEANING,
    Voice.SENSE,
)
_SHOWN = 20
"""How many examples of one expectation, and moments without one, are shown at first, and how many more each time."""
_READ_THROUGH = 3
"""How many examples of one expectation are read through before the note is sealed."""
_READABLE = 100
"""How many examples somebody may still read in one note."""
_WORDS = (Voice.SITUATION, Voice.BEHAVIOUR, Voice.IMPACT)


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """An observed example in words."""

    uid: str
    when: str
    words: str


@dataclass(frozen=True, slots=True)
class ExpectationRow:
    """What the role asks, the examples seen for it, and the example being typed (by field name).

    `rating` is the word chosen by hand for it, "" for none; `earlier` is the verb that shows older examples, which are
    sealed with the others, "" where all are shown.
    """

    uid: str
    text: str
    examples: tuple[ExampleRow, ...]
    typed: Mapping[str, str]
    errors: Mapping[str, str]
    rating: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class ExpectationsForm:
    """The role expectations of a person, and the one being typed.

    `loose` are the newest moments of the period that stand for no expectation yet, `earlier` the verb that shows older
    ones; `scale` is the firm's own, empty where it does not rate.
    """

    rows: tuple[ExpectationRow, ...]
    typed: str
    error: str
    loose: tuple[ExampleRow, ...] = ()
    scale: tuple[str, ...] = ()
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class _Period:
    """What was observed in a conversation's period, and the names of its published key results."""

    seen: Sequence[Evidence]
    key_results: Mapping[str, str]


class PerformanceTalk:
    """What a performance conversation needs beyond words."""

    def __init__(
        self, side: PerformanceSide, evidence: "EvidenceStore", scale: Callable[[], tuple[str, ...]] = tuple
    ) -> None:
        self._side = side
        self._evidence = evidence
        self._scale = scale
        self._shown: dict[tuple[str, str], int] = {}

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
        period = _Period(self._seen(conversation), self._side.key_results(conversation))
        rows = [self._row(conversation, step, said, errors, each, period) for each in self._expectations(conversation)]
        typed = said.get(Field(step.prompt.id, "", Voice.EXPECTATION), "")
        loose, earlier = self._newest(conversation, "", period)
        return ExpectationsForm(tuple(rows), typed, errors.get("expectation", ""), loose, self._scale(), earlier)

    def leave(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> Outcome:
        """Take nothing: expectations and examples are added by their own buttons."""
        return Outcome()

    def act(self, conversation: Conversation, step: Step, said: Mapping[Field, str], name: str, uid: str) -> Outcome:
        """Add or remove an expectation or an example."""
        if name == "add-expectation":
            return self._add_expectation(conversation, Field(step.prompt.id, "", Voice.EXPECTATION), said)
        if name == "add-example":
            return self._add_example(conversation, step, said, uid)
        if name in ("rate", "assign"):
            expectation, _sep, chosen = uid.partition("/")
            act = self._rate if name == "rate" else self._assign
            return act(conversation, step, expectation, chosen)
        if name == "remove-expectation":
            self._evidence.delete_expectation(uid)
        elif name == "remove-example":
            return self._remove_example(conversation, step, said, uid)
        elif name == "earlier":
            self._shown[conversation.uid, uid] = self._most(conversation, uid) + _SHOWN
        return Outcome()

    def entered(self, conversation: Conversation, step: Step, said: Mapping[Field, str]) -> tuple[ContextRow, ...]:
        """Return the role expectations with their ratings and some of their examples, once there are any."""
        if step.prompt.answer is not AnswerType.EXPECTATIONS:
            return ()
        seen = self._seen(conversation)
        chosen = {each.subject: text for each, text in said.items() if each.voice is Voice.RATING}
        rows = [_read_through(each, seen, chosen.get(each.uid, "")) for each in self._expectations(conversation)]
        if not any(row.value or row.detail for row in rows):
            return ()
        return tuple(replace(row, detail=row.detail or _("no example yet")) for row in rows)

    def left_over(self, conversation: Conversation, said: Mapping[Field, str]) -> tuple[str, ...]:
        """Return what was typed as an expectation or example but not added, and ratings of what is gone."""
        voices = {Voice.EXPECTATION, Voice.SITUATION, Voice.BEHAVIOUR, Voice.IMPACT}
        typed = [text.strip() for field, text in said.items() if field.voice in voices and text.strip()]
        words = _("An example or expectation is typed but not added: {text}")
        told = (words.format(text=shortened(each)) for each in typed)
        return (*told, *self._lost_ratings(conversation, said), *self._too_many(conversation))

    def _lost_ratings(self, conversation: Conversation, said: Mapping[Field, str]) -> tuple[str, ...]:
        """Return what to say of ratings whose expectation was deleted since."""
        here = {each.uid for each in self._expectations(conversation)}
        words = _("“{label}” was chosen for an expectation that is deleted: neither of the two stands in this note.")
        lost = (text for field, text in said.items() if field.voice is Voice.RATING and field.subject not in here)
        return tuple(words.format(label=label) for label in lost if label)

    def _too_many(self, conversation: Conversation) -> tuple[str, ...]:
        """Return what to say of more examples than anybody reads, nothing for fewer."""
        period = conversation.period_start, conversation.period_end
        count = self._evidence.count_examples(conversation.person_uid, *period)
        told = _("{n} examples would stand in this note. Leave those that tell most: nobody reads so many.")
        return (told.format(n=count),) if count > _READABLE else ()

    def written(self, conversation: Conversation) -> Mapping[Spot, str]:
        """Return the role expectations and the examples of the period."""
        place = _place_of_examples(conversation)
        asked = {Spot(place, each.uid, Voice.EXPECTATION): each.text for each in self._expectations(conversation)}
        told = {
            Spot(place, each.uid, voice): text
            for each in self._seen(conversation)
            if each.expectation_uid
            for voice, text in zip(_WORDS, (each.situation, each.behaviour, each.impact), strict=True)
        }
        return asked | told

    def discarded(self, conversation: Conversation) -> None:
        """Nothing was told to anybody."""

    def _expectations(self, conversation: Conversation) -> tuple[Expectation, ...]:
        return tuple(self._evidence.expectations(conversation.person_uid))

    def _seen(self, conversation: Conversation) -> tuple[Evidence, ...]:
        return self._evidence.evidence(conversation.person_uid, conversation.period_start, conversation.period_end)

    def _newest(self, conversation: Conversation, uid: str, period: _Period) -> tuple[tuple[ExampleRow, ...], str]:
        """Return the newest moments of an expectation ("" for none) in words, and the verb that shows earlier ones."""
        own, most = [each for each in period.seen if each.expectation_uid == uid], self._most(conversation, uid)
        left = min(len(own) - most, _SHOWN)
        earlier = ngettext("Show {n} earlier", "Show {n} earlier", left).format(n=left) if left > 0 else ""
        return tuple(_example(each, period.key_results) for each in own[-most:]), earlier

    def _most(self, conversation: Conversation, uid: str) -> int:
        return self._shown.get((conversation.uid, uid), _SHOWN)

    def _row(
        self,
        conversation: Conversation,
        step: Step,
        said: Mapping[Field, str],
        errors: Mapping[str, str],
        expectation: Expectation,
        period: _Period,
    ) -> ExpectationRow:
        uid, prompt = expectation.uid, step.prompt.id
        examples, earlier = self._newest(conversation, uid, period)
        typed = {str(v): said.get(Field(prompt, uid, v), "") for v in _EXAMPLE}
        names = (*_EXAMPLE, Voice.RATING)
        mine = {str(v): errors[f"{uid}/{v}"] for v in names if f"{uid}/{v}" in errors}
        rating = said.get(Field(prompt, uid, Voice.RATING), "")
        return ExpectationRow(uid, expectation.text, examples, typed, mine, rating, earlier)

    def _rate(self, conversation: Conversation, step: Step, uid: str, label: str) -> Outcome:
        """Take the word chosen for an expectation; nothing else ever writes it."""
        expectation = next(each for each in self._expectations(conversation) if each.uid == uid)
        examples = sum(each.expectation_uid == uid for each in self._seen(conversation))
        try:
            if label:
                require_rating(label, self._scale(), expectation.text, examples)
        except Problem as problem:
            return Outcome({f"{uid}/{Voice.RATING}": say(problem)})
        return Outcome(written={Field(step.prompt.id, uid, Voice.RATING): label})

    def _assign(self, conversation: Conversation, step: Step, uid: str, evidence_uid: str) -> Outcome:
        """Let a moment stand for an expectation."""
        self._evidence.save_evidence(replace(self._evidence.observation(evidence_uid), expectation_uid=uid))
        return Outcome()

    def _remove_example(
        self, conversation: Conversation, step: Step, said: Mapping[Field, str], evidence_uid: str
    ) -> Outcome:
        """Take a moment off its expectation, unless a rating stands on it alone; the moment stays."""
        seen = self._evidence.observation(evidence_uid)
        uid = seen.expectation_uid
        others = [each for each in self._seen(conversation) if each.expectation_uid == uid and each.uid != evidence_uid]
        if said.get(Field(step.prompt.id, uid, Voice.RATING), "") and not others:
            told = _("The rating stands on this example alone; take the rating back first, or add another example.")
            return Outcome({f"{uid}/{Voice.RATING}": told})
        self._evidence.save_evidence(replace(seen, expectation_uid=""))
        return Outcome()

    def _add_expectation(self, conversation: Conversation, field: Field, said: Mapping[Field, str]) -> Outcome:
        errors: dict[str, str] = {}
        text = read(errors, "expectation", _expected, said.get(field, ""))
        if text is None:
            return Outcome(errors)
        made = Expectation(new_uid(), conversation.person_uid, text)
        self._evidence.save_expectation(made)
        return Outcome(used=(field,), into=made.uid)

    def _add_example(self, conversation: Conversation, step: Step, said: Mapping[Field, str], uid: str) -> Outcome:
        fields = {voice: Field(step.prompt.id, uid, voice) for voice in _EXAMPLE}
        errors: dict[str, str] = {}
        when = read(
            errors,
            f"{uid}/{Voice.OBSERVED_ON}",
            lambda text: _observed(text, conversation, self._side.today()),
            said.get(fields[Voice.OBSERVED_ON], ""),
        )
        texts = {v: read(errors, f"{uid}/{v}", _words(v), said.get(fields[v], "")) or "" for v in _WORDS}
        if errors or when is None:
            return Outcome(errors)
        made = new_uid()
        self._evidence.save_evidence(
            Evidence(
                uid=made,
                person_uid=conversation.person_uid,
                expectation_uid=uid,
                observed_on=when,
                situation=texts[Voice.SITUATION],
                behaviour=texts[Voice.BEHAVIOUR],
                impact=texts[Voice.IMPACT],
                leaning=Leaning(said.get(fields[Voice.LEANING], "")),
                sense=Sense(said.get(fields[Voice.SENSE], "")),
                recorded_at=now(),
            )
        )
        return Outcome(used=tuple(fields.values()), into=made)


_MISSING = {
    Voice.SITUATION: lambda: _("When and where was it? One situation."),
    Voice.BEHAVIOUR: lambda: _("What did you see or hear? What the person did, not what they are like."),
    Voice.IMPACT: lambda: _("What came of it, for whom?"),
}


def _words(voice: Voice) -> Callable[[str], str]:
    return lambda text: require_text(text, _MISSING[voice]())


def _observed(text: str, conversation: Conversation, today: date) -> date:
    when = day_of(text)
    if when > today:
        raise Problem("{day} is still to come; write down what you have seen.", day=when.isoformat())
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


def _read_through(expectation: Expectation, seen: Sequence[Evidence], rating: str) -> ContextRow:
    """Return an expectation as a note would hold it: its rating, how many examples it has, and some of every month."""
    own = [each for each in seen if each.expectation_uid == expectation.uid]
    told = ngettext("{n} example", "{n} examples", len(own)).format(n=len(own)) if own else ""
    some = [f"{evidence_detail(each)}: {shortened(each.behaviour)}" for each in spread_over(own, _READ_THROUGH)]
    label = _("Rating, chosen by hand: {rating}").format(rating=rating) if rating else ""
    return ContextRow(expectation.text, label, "\n".join([*([told] if len(own) > len(some) else []), *some]))


def _example(evidence: Evidence, key_results: Mapping[str, str]) -> ExampleRow:
    words = " → ".join(part for part in (evidence.situation, evidence.behaviour, evidence.impact) if part)
    return ExampleRow(evidence.uid, evidence_detail(evidence, key_results), words)


def _place_of_examples(conversation: Conversation) -> str:
    """Return the prompt at which examples are asked for, "" if this guide asks for none."""
    prompts = (prompt for section in conversation.guide.sections for prompt in section.prompts)
    return next((prompt.id for prompt in prompts if prompt.answer is AnswerType.EXPECTATIONS), "")
