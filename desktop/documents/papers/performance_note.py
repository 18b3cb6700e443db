"""What a performance note shows beyond the shared parts: cited facts and role expectations with observed examples."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop.documents.drawing.layout import heading, iso_day, kept, table
from desktop.documents.drawing.style import Look, Styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.parts import Record
from desktop.i18n import _
from desktop.wording import pay_words


def cited_facts(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return the team's objectives with the facts of their key results: what happened, from which source."""
    if not record["objectives"]:
        return []
    parts: list[Flowable] = []
    head = heading(_("Facts cited in this conversation"), look, style)
    for objective in record["objectives"]:
        label = _("Objective in {cycle}").format(cycle=objective["cycle"])
        parts += kept([*head, one_line(label, style.label), *flow(objective["title"], style.objective)])
        parts += [facts_table(objective["facts"], style), Spacer(1, 8)] if objective["facts"] else []
        head = []
    return parts


def expectations(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return what the role asks, each with the examples that were seen or heard."""
    if not record["expectations"]:
        return []
    parts: list[Flowable] = []
    head = heading(_("Role expectations and observed examples"), look, style)
    for expectation in record["expectations"]:
        parts += kept([*head, *flow(expectation["text"], style.prompt)])
        if rating := expectation.get("rating"):
            parts += flow(_("Rating, chosen by hand: {rating}").format(rating=rating), style.body)
        if expectation["examples"]:
            parts += [_examples(expectation["examples"], style), Spacer(1, 8)]
        else:
            parts += flow(_("No example was noted."), style.quiet)
        head = []
    return parts


def facts_table(facts: Sequence[Any], style: Styles) -> Flowable:
    """Return what was measured: start and latest value, from when and where, what was learned."""
    heads = (_("What was measured"), _("Start → latest"), _("As of, source"), _("What was learned"))
    rows = [
        (
            fact["name"],
            "\n".join(part for part in (_change(fact), _pay(fact)) if part),
            "\n".join(part for part in (iso_day(fact["as_of"]), fact["source"]) if part) or "–",
            fact["learning"] or "–",
        )
        for fact in facts
    ]
    return table(heads, rows, (25, 25, 20, 30), style)


def _change(fact: Any) -> str:
    change = f"{fact['start']} → {fact['latest']}" if fact["latest"] else fact["start"]
    return f"{change} {fact['unit']}".strip()


def _pay(fact: Any) -> str:
    plan, document, who = (fact.get(f"pay_{name}", "") for name in ("plan", "document", "decided_by"))
    return pay_words(plan, document, who, fact.get("never_pay", False))


def _examples(examples: Sequence[Any], style: Styles) -> Flowable:
    heads = (_("When"), _("Situation"), _("Behaviour"), _("Impact"))
    rows = [(_when(e), e["situation"], e["behaviour"], e["impact"]) for e in examples]
    return table(heads, rows, (16, 26, 31, 27), style)


def _when(example: Any) -> str:
    """Return the day of an example, and whether it is positive, and seen or heard, where that was said."""
    words = {
        "positive": _("positive"),
        "developmental": _("developmental"),
        "seen": _("seen"),
        "heard": _("heard"),
    }
    said = [words[example[name]] for name in ("leaning", "sense") if name in example]
    return "\n".join((iso_day(example["observed_on"]), *said))
