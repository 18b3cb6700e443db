"""How metric values and pay are told on the OKR side: marks, and thresholds that pay by score."""

from desktop.i18n import _
from desktop.models.okr import KeyResult
from desktop.models.pay import Disguised, PayMark, PayPlan, disguised_link
from desktop.wording import pay_words


def mark_words(mark: PayMark | None, plan: PayPlan | None) -> str:
    """Return what is said about a key result's value and pay, with the plan's threshold; "" where nothing is."""
    if mark is None:
        return ""
    if plan is None:
        return pay_words("", "", "", never=True)
    words = pay_words(plan.name, plan.document, plan.decided_by, never=False)
    if mark.threshold:
        words += " " + _("The plan pays at: {threshold}.").format(threshold=mark.threshold)
    return words


def link_words(result: KeyResult, mark: PayMark | None) -> str:
    """Return what makes the plan's threshold a disguised score and why it may stand, "" if nothing does."""
    found = disguised_link(result, mark.threshold) if mark else None
    if mark is None or found is None:
        return ""
    if mark.reason:
        return f"{_why(found)} {_('It stands, because: {reason}').format(reason=mark.reason)}"
    return f"{warning(found)} {_('Nobody said yet why.')}"


def warning(found: Disguised) -> str:
    """Return why a threshold is a disguised score, and what to do."""
    do = _("Pay by the value along a line, or at a number that is no level; or say why it may stand.")
    return f"{_why(found)} {do}"


def _why(found: Disguised) -> str:
    level = {"commit": _("commit"), "target": _("target"), "stretch": _("stretch")}.get(found.level)
    if level is None:
        return _("“{words}” is written as a score: paying at it is paying by score.").format(words=found.words)
    sentence = _("“{words}” is the {level} level of this key result: paying at it is paying by score.")
    return sentence.format(words=found.words, level=level)
