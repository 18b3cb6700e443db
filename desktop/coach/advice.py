"""Why the coach points something out, and what to write instead, in the user's language."""

from desktop.coach.finding import Finding, Level, Rule
from desktop.i18n import _


def why(finding: Finding) -> str:
    """Return the reason for `finding`, in one sentence."""
    if finding.level is Level.HINT:
        return _("A score is mentioned. Here it is not needed, and it may be read as a verdict.")
    return _reasons()[finding.rule]


def instead(finding: Finding) -> str:
    """Return what to write instead, in one sentence."""
    return _ways()[finding.rule]


def limits() -> str:
    """Return what the coach cannot see."""
    return _("The coach knows words, not meaning: it misses cases, above all irony, hints and what was only said.")


def _reasons() -> dict[Rule, str]:
    return {
        Rule.SCORE_PAY: _("This ties pay to a key result's score or level. Scores are for learning and decide no pay."),
        Rule.SCORE_RATING: _("This ties a rating, promotion or contract to a key result's score or level."),
        Rule.PAY_IN_OKR: _("Pay, rating and promotion are another conversation; named here, they make targets safe."),
        Rule.PROTECTED: _("This touches private life that is protected by law and must not bear on the conversation."),
        Rule.TRAIT: _("This judges the person. Nobody can act on a judgement of character."),
        Rule.ABSOLUTE: _("“Always” and “never” are hardly ever true and invite a quarrel about the exception."),
        Rule.HEARSAY: _("This passes on what others are said to think. It cannot be checked or answered."),
    }


def _ways() -> dict[Rule, str]:
    value = _("Name the value that changed and what the person did for it, and leave the score out.")
    return {
        Rule.SCORE_PAY: value,
        Rule.SCORE_RATING: value,
        Rule.PAY_IN_OKR: _("Say that it is another conversation, and come back to the key result."),
        Rule.PROTECTED: _("Leave it out. You may ask: what can I do to help you do your work?"),
        Rule.TRAIT: _("Describe what you saw: the situation, what was done, and what it led to."),
        Rule.ABSOLUTE: _("Say when it happened: one or two dates and what was done."),
        Rule.HEARSAY: _("Write what you saw yourself, or who said what, and when."),
    }
