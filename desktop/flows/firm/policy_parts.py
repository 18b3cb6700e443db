"""What stands on the policy page below which heading, and what of it the firm has not decided."""

from collections.abc import Mapping

from desktop.i18n import _
from desktop.models.policy import Decision, Topic

Decisions = Mapping[Topic, Decision]


def open_parts(decisions: Decisions) -> tuple[str, ...]:
    """Return by its heading what the firm has not decided: it is called open on the page, or left out."""
    wanted = ((Topic.RULE, _("The rule in your words")), *headings().items(), *labels().items())
    return tuple(title for topic, title in wanted if not decisions.get(topic, Decision(topic)).is_made)


def headings() -> Mapping[Topic, str]:
    """Return the headings of the parts that every page has, in their order."""
    return {
        Topic.REVIEWS: _("Two conversations"),
        Topic.SCORING: _("What a score is for"),
        Topic.PAY: _("What may inform pay"),
        Topic.ACCESS: _("Who sees what"),
        Topic.DISAGREEING: _("If you see it otherwise"),
        Topic.CONTACT: _("Whom to ask"),
    }


def labels() -> Mapping[Topic, str]:
    """Return the labels of the other parameters, which stand on the page once they are answered."""
    return {
        Topic.LEVELS: _("Whose objectives there are"),
        Topic.NUMBER: _("How many, and the balance"),
        Topic.CYCLE: _("Length of a cycle"),
        Topic.KINDS: _("Kinds of key results"),
        Topic.PLACE: _("Where OKRs live"),
        Topic.KPIS: _("OKR or KPI"),
        Topic.ALIGNMENT: _("Alignment"),
        Topic.BOTTOM_UP: _("From the teams"),
    }
