"""Why a wording may not cross to the performance side, and what to write instead."""

from desktop.i18n import _
from desktop.models.publishing import Held


def why_held(each: Held) -> str:
    """Return what a wording gives away and what to write instead."""
    if not each.words:
        return _(each.instead)
    sentence = _("“{words}” gives a level or score away. {instead}")
    return sentence.format(words=each.words, instead=_(each.instead))
