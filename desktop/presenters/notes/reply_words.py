"""The employee's answer in words: what they ticked and what they wrote, which nothing here judges."""

from desktop.i18n import _
from desktop.models.response import Choice, Reply


def choice_words(choice: Choice | str | None) -> str:
    """Return what was ticked, "" for nothing."""
    if not choice:
        return ""
    return {
        Choice.RECEIVED: _("Received and discussed"),
        Choice.AGREE: _("Agrees"),
        Choice.DISAGREE: _("Disagrees"),
    }[Choice(choice)]


def scores_words(used: bool | None) -> str:
    """Return what was said of key result scores, "" for nothing."""
    if used is None:
        return ""
    return (
        _("Key result scores were used as a reason in this conversation")
        if used
        else _("Key result scores were not used as a reason in this conversation")
    )


def reply_words(reply: Reply | None) -> tuple[tuple[str, str], ...]:
    """Return an answer as pairs of label and words, the comment as it was typed; empty where nothing was answered."""
    if reply is None:
        return ()
    pairs = (
        (_("Answer"), choice_words(reply.choice)),
        (_("Comment"), reply.comment),
        (_("Scores"), scores_words(reply.scores_used)),
    )
    return tuple((label, words) for label, words in pairs if words)
