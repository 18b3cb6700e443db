"""How an observation is told on one line."""

from desktop.i18n import _
from desktop.models.performance import Evidence, Leaning, Sense
from desktop.wording import beside, day


def evidence_detail(seen: Evidence) -> str:
    """Return when it was, whether it is positive or developmental, and whether it was seen or heard."""
    leaning = {Leaning.POSITIVE: _("positive"), Leaning.DEVELOPMENTAL: _("developmental")}.get(seen.leaning, "")
    sense = {Sense.SEEN: _("seen"), Sense.HEARD: _("heard")}.get(seen.sense, "")
    return beside(day(seen.observed_on), leaning, sense)


def leanings() -> tuple[tuple[str, str], ...]:
    """Return what an observation can lean to, as keys with words."""
    return (str(Leaning.POSITIVE), _("Positive")), (str(Leaning.DEVELOPMENTAL), _("Developmental"))


def senses() -> tuple[tuple[str, str], ...]:
    """Return how an observation can have come about, as keys with words."""
    return (str(Sense.SEEN), _("Seen myself")), (str(Sense.HEARD), _("Heard from others"))
