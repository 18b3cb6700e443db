"""How a published fact is said; it knows nothing but the fact."""

from desktop.i18n import _
from desktop.models.bridge import MetricFact
from desktop.presenters.talk.context import ContextRow
from desktop.wording import day, pay_words


def fact_words(fact: MetricFact) -> str:
    """Return what happened to a value: "9 → 5.1 h", or only where it started if nothing is known since."""
    start, latest = _said(fact.start), _said(fact.latest)
    return f"{start} → {latest} {fact.unit}".strip() if latest else f"{start} {fact.unit}".strip()


def fact_row(fact: MetricFact) -> ContextRow:
    """Return a fact as one line beside a conversation: what happened, as of when, by which source, what was learned."""
    known = (
        _("as of {day}").format(day=day(fact.as_of)) if fact.as_of else _("no check-in yet"),
        fact.source,
    )
    detail = " · ".join(part for part in known if part)
    if fact.learning:
        detail += "\n" + _("Learned: {learning}").format(learning=fact.learning)
    if about_pay := fact_pay(fact):
        detail += "\n" + about_pay
    return ContextRow(fact.name, fact_words(fact), detail)


def fact_pay(fact: MetricFact) -> str:
    """Return what is said about the value of a fact and pay, "" where nothing is."""
    return pay_words(fact.pay_plan, fact.pay_document, fact.pay_decided_by, fact.never_pay)


def _said(text: str) -> str:
    """Translate the words that stand where a number would; numbers stay as they are."""
    words = {
        "open": _("open"),
        "done": _("done"),
        "not done": _("not done"),
        "not yet measured": _("not yet measured"),
    }
    return words.get(text, text)
