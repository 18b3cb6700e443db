"""What the coach notices in the firm's own policy: words that let a score decide about pay or a rating."""

from functools import lru_cache

from desktop.coach.finding import Level, Rule
from desktop.coach.rules import check
from desktop.models.guide import Kind
from desktop.models.policy import Topic
from desktop.models.readiness import RollOut

_LINKS = (Rule.SCORE_PAY, Rule.SCORE_RATING)
_TOPICS = (Topic.REVIEWS, Topic.RULE, Topic.PAY)


def tying(said: RollOut) -> tuple[Topic, ...]:
    """Return the topics whose answer ties a score to pay or a rating; what the system says of pay counts as `PAY`."""
    found = [topic for topic in _TOPICS if topic in said.decisions and _ties(said.decisions[topic].answer)]
    if Topic.PAY not in found and _ties(said.system.pay):
        found.append(Topic.PAY)
    return tuple(found)


@lru_cache(maxsize=16)
def _ties(text: str) -> bool:
    report = check(text, Kind.PERFORMANCE)
    return any(each.rule in _LINKS and each.level is Level.BREACH for each in report.findings)
