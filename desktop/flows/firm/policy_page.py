"""The policy page from the firm's own answers: what nobody has decided is said to be open, never made up.

The firm's name is not on it: the vault knows people and teams, and no name of the firm.
"""

from datetime import date
from pathlib import Path

from desktop.documents.papers.policy_page import PolicyPart, PolicySheet, policy_page
from desktop.flows.filing import write_new
from desktop.flows.firm.policy_parts import Decisions, headings, labels
from desktop.flows.naming import file_name
from desktop.i18n import _
from desktop.models.ids import derived_uid
from desktop.models.policy import Decision, Topic
from desktop.wording import day, policy_decided


def policy_pdf(decisions: Decisions, today: date) -> bytes:
    """Return the page as a PDF; the same answers on the same day give the same bytes."""
    sheet = policy_sheet(decisions, today)
    return policy_page(sheet, derived_uid("policy page", repr(sheet)))


def save_policy_page(decisions: Decisions, folder: Path, today: date) -> Path:
    """Write the page into `folder` under a free name and return where it lies; raise Problem if it cannot be."""
    name = file_name((today.isoformat(), _("Policy on OKRs and performance conversations")), ".pdf")
    return write_new(folder, name, policy_pdf(decisions, today))


def policy_sheet(decisions: Decisions, today: date) -> PolicySheet:
    """Return what stands on the page."""
    rule = decisions.get(Topic.RULE, Decision(Topic.RULE))
    usual = _("This is the usual sentence; own words were not decided yet.")
    return PolicySheet(
        title=_("How we talk about goals and about performance"),
        rule=rule.answer.strip()
        if rule.is_made
        else _("Key result scores steer learning. They decide neither rating nor pay."),
        rule_decided=_decided(rule) if rule.is_made else usual,
        parts=(
            _part(decisions, Topic.REVIEWS, _conversations()),
            _part(decisions, Topic.SCORING, _score()),
            *_parameters(decisions),
            *(_part(decisions, topic) for topic in (Topic.PAY, Topic.ACCESS, Topic.DISAGREEING, Topic.CONTACT)),
        ),
        footer=_("Policy as of {day}").format(day=day(today)),
        made_on=today,
    )


def _parameters(decisions: Decisions) -> tuple[PolicyPart, ...]:
    made = [(label, decisions[topic]) for topic, label in labels().items() if topic in decisions]
    points = [(label, each.answer.strip(), _decided(each)) for label, each in made if each.is_made]
    return (PolicyPart(_("How we work with OKRs"), (), points=points),) if points else ()


def _conversations() -> str:
    return _(
        "The OKR conversation is about what a team wants to reach, what it knows about it, and what it learns. The "
        "performance conversation is about one person's work: what was done, what the role asks for, and how to grow. "
        "They are held apart and each has a note of its own."
    )


def _score() -> str:
    return _(
        "A score says how far a team came with a key result, measured against levels that were written before. It is "
        "there to learn from; no performance conversation and no performance note shows it."
    )


def _part(decisions: Decisions, topic: Topic, known: str = "") -> PolicyPart:
    decision, title = decisions.get(topic, Decision(topic)), headings()[topic]
    before = [known] if known else []
    if not decision.is_made:
        return PolicyPart(title, before or [_("Not decided yet.")], is_open=not known)
    return PolicyPart(title, [*before, decision.answer.strip()], _decided(decision))


def _decided(decision: Decision) -> str:
    """Return who decided it and when, as far as anybody has said."""
    return policy_decided(" ".join(decision.decided_by.split()), day(decision.day))
