"""A rating: one word of the firm's own scale, chosen by hand for one expectation. Nothing computes or suggests it."""

from collections.abc import Sequence

from desktop.models.problems import Problem
from desktop.models.typed import name_of

MOST = 10
LONGEST = 60


def scale_of(text: str) -> tuple[str, ...]:
    """Return the labels typed one a line, the lowest first; empty means that the firm does not rate.

    Raises Problem for a scale of one, more than ten labels, a label that stands there twice, or one that is too long.
    """
    labels = tuple(name_of(line, "a label") for line in text.splitlines() if line.strip())
    if len(labels) == 1:
        raise Problem("A scale needs at least two labels, one a line; leave it empty if you do not rate.")
    if len(labels) > MOST:
        raise Problem("These are {count} labels; {most} are the most.", count=len(labels), most=MOST)
    for label in labels:
        if labels.count(label) > 1:
            raise Problem("“{label}” stands there twice.", label=label)
        if len(label) > LONGEST:
            raise Problem("“{label}” is longer than {most} characters.", label=label[:20] + "…", most=LONGEST)
    return labels


def require_rating(label: str, scale: Sequence[str], expectation: str, examples: int) -> None:
    """Raise Problem if a rating may not stand: without an example of the period, or with a word not on the scale."""
    if not examples:
        raise Problem(
            "“{expectation}” needs at least one observed example of this period before it is rated.",
            expectation=expectation,
        )
    if label not in scale:
        raise Problem(
            "“{expectation}” is rated “{label}”, which is not on your scale; choose again.",
            expectation=expectation,
            label=label,
        )
