"""What the person is told about the bridge: what crosses, what is held back, and what changed."""

from collections.abc import Sequence

from desktop.flows.okr.publishing import SharePreview
from desktop.i18n import _
from desktop.models.publishing import Held, may_cross
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.okr.held_back import why_held
from desktop.presenters.okr.okrs_screen import SharingScreen
from desktop.presenters.talk.fact_words import fact_pay, fact_words
from desktop.wording import beside, day


def sharing_screen(plan: SharePreview) -> SharingScreen:
    """Return exactly what would be seen of a key result in a performance conversation."""
    return SharingScreen(
        crosses=(
            (_("Objective"), beside(plan.objective.title, plan.objective.cycle)),
            (_("Name"), plan.fact.name or _("(no neutral name yet)")),
            (_("Start → latest"), fact_words(plan.fact)),
            (_("As of"), day(plan.fact.as_of) or _("no check-in yet")),
            (_("Source"), plan.fact.source or _("none")),
            (_("Learning"), plan.fact.learning or _("none yet")),
            (_("Pay"), fact_pay(plan.fact) or _("nothing said")),
        ),
        held=tuple((_place(each), why_held(each)) for each in plan.held),
        never=_("Score, zone, confidence and levels never cross."),
        allowed=plan.allowed,
        shared=plan.shared,
    )


def bridge_news(title: str, held: Sequence[Held]) -> Notice | None:
    """Return what has to be said after shared key results were brought up to date; None if all of it crossed."""
    if not held:
        return None
    names = dict.fromkeys(each.of for each in held)
    told = " ".join(_news(name or title, [each for each in held if each.of == name]) for name in names)
    return Notice(Tone.WARN, _("Saved. {told}").format(told=told))


def _news(title: str, held: Sequence[Held]) -> str:
    why = " ".join(f"{_place(each)}: {why_held(each)}" for each in held)
    if may_cross(held):
        return _("“{title}” stays shared, without this: {why}").format(title=title, why=why)
    return _("“{title}” is no longer shared: {why}").format(title=title, why=why)


def _place(each: Held) -> str:
    return {
        "objective": _("Objective"),
        "name": _("Neutral name"),
        "unit": _("Unit"),
        "source": _("Source"),
        "learning": _("Learning"),
        "cycle": _("Cycle"),
        "pay": _("Pay plan"),
    }[each.field]
