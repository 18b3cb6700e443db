"""Where a note stands, in a few words."""

from datetime import UTC, datetime

import pytest

from desktop.models.response import KEPT, Arrival, Standing
from desktop.presenters.notes.standing_words import standing_words, waits

THEN = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_it_says_with_whom_it_is_and_waits() -> None:
    standing = Standing("n", handed_over_at=THEN)
    assert standing_words(standing, "Tomas") == "With Tomas since 20 Nov 2026"
    assert waits(standing)


def test_what_was_never_given_away_says_nothing() -> None:
    assert standing_words(Standing("n"), "Tomas") == standing_words(None, "Tomas") == ""
    assert not waits(Standing("n"))


@pytest.mark.parametrize("arrival", sorted(KEPT))
def test_every_answer_has_its_words_and_ends_the_waiting(arrival: Arrival) -> None:
    standing = Standing("n", arrival, "agree", THEN, THEN)
    assert standing_words(standing, "Tomas").startswith("Agrees, ")
    assert not waits(standing)


def test_who_declined_is_not_waited_for() -> None:
    standing = Standing("n", handed_over_at=THEN, declined=True)
    assert (standing_words(standing, "Tomas"), waits(standing)) == ("Declined", False)
