"""How an observation is told on one line."""

from collections.abc import Mapping

from desktop.i18n import _
from desktop.models.performance import Evidence, Leaning, Sense
from desktop.wording import beside, day


def evidence_detail(seen: Evidence, key_results: Mapping[str, str] | None = None) -> str:
    """Return when it was, whether it is positive or developmental, whether it was seen or heard, and for what.

    `key_results` are the names of published ones, by uid; a tag with another one is left out.
    """
    leaning = {Leaning.POSITIVE: _("positive"), Leaning.DEVELOPMENTAL: _("developmental")}.get(seen.leaning, "")
    sense = {Sense.SEEN: _("seen"), Sense.HEARD: _("heard")}.get(seen.sense, "")
    name = (key_results or {}).get(seen.fact_uid, "")
    return beside(day(seen.observed_on), leaning, sense, _("for “{name}”").format(name=name) if name else "")


def leanings() -> tuple[tuple[str, str], ...]:
    """Return what an observation can lean to, as keys with words."""
    return (str(Leaning.POSITIVE), _("Positive")), (str(Leaning.DEVELOPMENTAL), _("Developmental"))


def senses() -> tuple[tuple[str, str], ...]:
    """Return how an observation can have come about, as keys with words."""
    return (str(Sense.SEEN), _("Seen myself")), (str(Sense.HEARD), _("Heard from others"))
