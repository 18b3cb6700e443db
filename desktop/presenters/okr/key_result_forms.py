"""From what is typed about a key result to a check-in or a reflection.

The OKRs screen and the OKR conversation share these forms. Errors are sentences by field; the fields are called as
the voices that keep their words in a conversation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.i18n import _
from desktop.models.conversation import Voice
from desktop.models.ids import new_uid, now
from desktop.models.okr import CheckIn, Decision, KeyResult, KeyResultKind, Reflection
from desktop.models.problems import Problem
from desktop.models.publishing import Held, held_words, level_numbers, scores_at
from desktop.models.typed import MAX_TEXT, confidence_of, day_of, is_blank, name_of, number_of, shown
from desktop.presenters.notice import read
from desktop.presenters.okr.okr_words import score_words, value_words

DONE, NOT_DONE = "done", "not done"


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """What is typed about a key result on a day. The value of a milestone is "done" or "not done"."""

    value: str = ""
    as_of: str = ""
    source: str = ""
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class ReflectionForm:
    """What is typed at the end of a key result; `decision` is "keep", "modify" or "remove"."""

    value: str = ""
    as_of: str = ""
    source: str = ""
    learning: str = ""
    decision: str = ""
    rescore_reason: str = ""


def read_check_in(
    form: CheckInForm, key_result: KeyResult, today: date, conversation_uid: str = ""
) -> CheckIn | dict[str, str]:
    """Return the check-in that is typed, or the errors by field. An empty day means `today`."""
    errors: dict[str, str] = {}
    value = read(errors, Voice.VALUE, _value_reader(key_result), form.value)
    as_of = read(errors, Voice.AS_OF, _day_reader(today), form.as_of)
    source = read(errors, Voice.SOURCE, source_of, form.source)
    confidence = read(errors, Voice.CONFIDENCE, _confidence, form.confidence)
    if errors or value is None or as_of is None or source is None:
        return errors
    return CheckIn(new_uid(), key_result.uid, value, as_of, source, confidence, now(), conversation_uid)


def read_reflection(
    form: ReflectionForm,
    key_result: KeyResult,
    today: date,
    earlier: Reflection | None = None,
    conversation_uid: str = "",
) -> Reflection | dict[str, str]:
    """Return the reflection that is typed, or the errors by field.

    A key result is scored once: where `earlier` has another final value, the form must say why.
    """
    errors: dict[str, str] = {}
    value = read(errors, Voice.VALUE, _value_reader(key_result), form.value)
    as_of = read(errors, Voice.AS_OF, _day_reader(today), form.as_of)
    source = read(errors, Voice.SOURCE, source_of, form.source)
    learning = read(errors, Voice.LEARNING, _learning, form.learning)
    decision = read(errors, Voice.DECISION, _decision, form.decision)
    reason = form.rescore_reason.strip()
    if rescored(key_result, form.value, earlier) and is_blank(reason):
        errors[Voice.RESCORE_REASON] = _("A final value is set once. If it must change, say why: both stay visible.")
    if errors or value is None or as_of is None or source is None or learning is None or decision is None:
        return errors
    return Reflection(
        uid=new_uid(),
        key_result_uid=key_result.uid,
        value=value,
        as_of=as_of,
        source=source,
        learning=learning,
        decision=decision,
        recorded_at=now(),
        conversation_uid=conversation_uid,
        rescore_reason=reason or (earlier.rescore_reason if earlier else ""),
    )


def check_in_form(today: date) -> CheckInForm:
    """Return the form for a new check-in: nothing known yet, as of today."""
    return CheckInForm(as_of=today.isoformat())


def reflection_form(
    key_result: KeyResult, reflection: Reflection | None, check_in: CheckIn | None, today: date
) -> ReflectionForm:
    """Return the form to begin a reflection with: the earlier reflection, else the latest check-in, else nothing."""
    if reflection:
        typed = typed_value(key_result, reflection.value)
        return ReflectionForm(
            value=typed,
            as_of=reflection.as_of.isoformat(),
            source=reflection.source,
            learning=reflection.learning,
            decision=str(reflection.decision),
        )
    if check_in:
        return ReflectionForm(typed_value(key_result, check_in.value), check_in.as_of.isoformat(), check_in.source)
    return ReflectionForm(as_of=today.isoformat())


def value_in_words(key_result: KeyResult, value_text: str) -> str:
    """Return a typed value with its unit, or as it was typed while it cannot be read."""
    try:
        return value_words(key_result, _value_reader(key_result)(value_text))
    except Problem:
        return value_text.strip()


def outcome_words(key_result: KeyResult, value_text: str) -> str:
    """Return what a typed value means ("Score 0.62 · commit zone"), "" while it cannot be read."""
    try:
        value = _value_reader(key_result)(value_text)
    except Problem:
        return ""
    if key_result.kind is KeyResultKind.METRIC:
        return score_words(key_result, value)
    if key_result.kind is KeyResultKind.MILESTONE:
        return _("Milestone reached") if value else _("Milestone not reached")
    return _("Baseline found: {value}").format(value=value_words(key_result, value))


def learning_held(key_result: KeyResult, form: ReflectionForm) -> Held | None:
    """Return what a typed learning gives away of the key result as it would end with the typed value."""
    try:
        scores = scores_at(key_result, _value_reader(key_result)(form.value))
    except Problem:
        scores = frozenset()
    return held_words("learning", form.learning, key_result.unit, level_numbers(key_result), scores)


def rescored(key_result: KeyResult, value_text: str, earlier: Reflection | None) -> bool:
    """Return whether a readable typed value differs from the final value that was set before."""
    if earlier is None:
        return False
    try:
        return _value_reader(key_result)(value_text) != earlier.value
    except Problem:
        return False


def typed_value(key_result: KeyResult, value: Decimal) -> str:
    """Return a value as a form holds it."""
    if key_result.kind is KeyResultKind.MILESTONE:
        return DONE if value else NOT_DONE
    return shown(value)


def source_of(text: str) -> str:
    """Return the source of a value; raise Problem if it is empty or too long."""
    if not text.strip():
        raise Problem("Where does this come from? Name the report, the system or the person.")
    return name_of(text, _("the source"))


def _value_reader(key_result: KeyResult) -> Callable[[str], Decimal]:
    return _done if key_result.kind is KeyResultKind.MILESTONE else _number


def _number(text: str) -> Decimal:
    if not text.strip():
        raise Problem("What is the value now? Write a number.")
    return number_of(text)


def _done(text: str) -> Decimal:
    if text not in (DONE, NOT_DONE):
        raise Problem("Choose “done” or “not done”.")
    return Decimal(int(text == DONE))


def _day_reader(today: date) -> Callable[[str], date]:
    def parse(text: str) -> date:
        day = day_of(text) if text.strip() else today
        if day > today:
            raise Problem("This day lies ahead; a value can be known as of today at the latest.")
        return day

    return parse


def _confidence(text: str) -> int | None:
    return confidence_of(text) if text.strip() else None


def _learning(text: str) -> str:
    learning = text.strip()
    if not learning:
        raise Problem("What did you learn? One sentence is enough.")
    if len(learning) > MAX_TEXT:
        raise Problem("This is too long; please shorten it to {most} characters.", most=MAX_TEXT)
    return learning


def _decision(text: str) -> Decision:
    try:
        return Decision(text)
    except ValueError:
        raise Problem("Choose what happens to it: keep, modify or remove.") from None
