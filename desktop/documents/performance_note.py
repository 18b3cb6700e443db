"""What a performance note shows beyond the shared parts: cited facts and role expectations with observed examples."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desktop.documents.parts import Record, heading, iso_day, table
from desktop.documents.style import Styles
from desktop.documents.words import flow
from desktop.i18n import _


def cited_facts(record: Record, style: Styles) -> list[Flowable]:
    """Return the team's objectives with the facts of their key results: what happened, from which source."""
    if not record["objectives"]:
        return []
    parts = heading(_("Facts cited in this conversation"), style)
    for objective in record["objectives"]:
        parts += flow(f"{objective['title']} · {objective['cycle']}", style.prompt)
        if objective["facts"]:
            parts += [_facts(objective["facts"], style), Spacer(1, 6)]
    return parts


def expectations(record: Record, style: Styles) -> list[Flowable]:
    """Return what the role asks, each with the examples that were seen or heard."""
    if not record["expectations"]:
        return []
    parts = heading(_("Role expectations and observed examples"), style)
    for expectation in record["expectations"]:
        parts += flow(expectation["text"], style.prompt)
        if expectation["examples"]:
            parts += [_examples(expectation["examples"], style), Spacer(1, 6)]
        else:
            parts += flow(_("No example was noted."), style.quiet)
    return parts


def _facts(facts: Sequence[Any], style: Styles) -> Flowable:
    heads = (_("What was measured"), _("Start → latest"), _("As of, source"), _("What was learned"))
    rows = [
        (
            fact["name"],
            _change(fact),
            "\n".join(part for part in (iso_day(fact["as_of"]), fact["source"]) if part) or "–",
            fact["learning"] or "–",
        )
        for fact in facts
    ]
    return table(heads, rows, (28, 20, 22, 30), style)


def _change(fact: Any) -> str:
    change = f"{fact['start']} → {fact['latest']}" if fact["latest"] else fact["start"]
    return f"{change} {fact['unit']}".strip()


def _examples(examples: Sequence[Any], style: Styles) -> Flowable:
    heads = (_("When"), _("Situation"), _("Behaviour"), _("Impact"))
    rows = [(iso_day(e["observed_on"]), e["situation"], e["behaviour"], e["impact"]) for e in examples]
    return table(heads, rows, (14, 26, 32, 28), style)
