"""How Duologue says days, kinds, stages and levels, the same on every screen and on paper."""

from datetime import date, datetime

from desktop.i18n import _
from desktop.models.guide import Kind, Stage


def day(when: date | None) -> str:
    """Return a day in words ("22 Nov 2026"), "" for none; no locale of the machine is asked."""
    return f"{when.day} {_months()[when.month - 1]} {when.year}" if when else ""


def moment(when: datetime | None) -> str:
    """Return a moment with its day and minute in this machine's own time zone, "" for none."""
    if when is None:
        return ""
    local = when.astimezone()
    return f"{day(local.date())}, {local:%H:%M}"


def kind_name(kind: Kind) -> str:
    """Return the name of a kind of conversation."""
    return _("OKR conversation") if kind is Kind.OKR else _("Performance conversation")


def stage_name(stage: Stage) -> str:
    """Return the name of a stage."""
    return {
        Stage.SET_ALIGN: _("Set & align"),
        Stage.CHECK_IN: _("Check-in"),
        Stage.REFLECT_RESET: _("Reflect & reset"),
        Stage.REVIEW: _("Review"),
    }[stage]


def title_of(kind: Kind, stage: Stage) -> str:
    """Return how a conversation is called in a list: its kind, and its stage where the kind has several."""
    return kind_name(kind) if kind is Kind.PERFORMANCE else f"{kind_name(kind)} · {stage_name(stage)}"


def _months() -> tuple[str, ...]:
    return tuple(
        _(name) for name in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    )
