"""What is typed about a key result in a conversation, as it is read through before the note is sealed."""

from desktop.i18n import _
from desktop.models.okr import Decision, KeyResult
from desktop.presenters.okr.key_result_forms import CheckInForm, ReflectionForm, value_in_words
from desktop.presenters.okr.okr_words import decision_words
from desktop.presenters.talk.context import ContextRow
from desktop.wording import beside


def check_in_row(form: CheckInForm, key_result: KeyResult) -> ContextRow:
    """Return a check-in as it is typed, whether it can be read or not."""
    confidence = _("confidence {n} of 10").format(n=form.confidence.strip()) if form.confidence.strip() else ""
    detail = beside(_as_of(form.as_of), form.source.strip(), confidence)
    return ContextRow("", value_in_words(key_result, form.value), detail)


def reflection_row(form: ReflectionForm, key_result: KeyResult) -> ContextRow:
    """Return a reflection as it is typed, whether it can be read or not."""
    known = form.decision in list(Decision)
    decision = _("Decision: {word}").format(word=decision_words(Decision(form.decision))) if known else ""
    told = "\n".join(part for part in (form.learning.strip(), decision, form.rescore_reason.strip()) if part)
    source = beside(_as_of(form.as_of), form.source.strip())
    return ContextRow("", value_in_words(key_result, form.value), "\n".join(part for part in (source, told) if part))


def _as_of(typed: str) -> str:
    return _("as of {day}").format(day=typed.strip()) if typed.strip() else ""
