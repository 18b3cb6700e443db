"""How long the coach reads, beside finding the words of the same text; a hostile text must not take its square."""

from collections.abc import Callable, Iterator

from bench.figures import Figure, figure, repeated
from desktop.coach.finding import Report
from desktop.coach.rules import check
from desktop.models.guide import Kind

_SAID = (
    "You wrote the import for the three sites, and on 4 May the team used it for the first time.",
    "In the review of the rollout you listened to both sides before you said what you would do.",
    "KR2 closed at 0.4, and we learned why the second supplier was late.",
    "What would help you to begin the handover a week earlier next time?",
    "The key results are no part of your rating; it rests on what your role asks for.",
)
_HOSTILE = {"one word": "whatever ", "no spaces": "@", "one pattern begun": "such "}
_LETTERS = 200_000
_BESIDE, _AIM = "finding the words", "median < 50 ms"


def measure(times: int) -> list[Figure]:
    """Return how long 2,000 words take in each kind of conversation, and texts that are made to take long."""
    text = words(2000)
    yard = repeated(times, text.split)
    read = [
        figure(f"coach, 2,000 words, {kind.value} talk", repeated(times, _reading(text, kind)), yard, _BESIDE, _AIM)
        for kind in Kind
    ]
    return [*read, *_hostile()]


def words(count: int) -> str:
    """Return a text of `count` words; no sentence stands twice, since what was read once is read faster."""
    said = [f"Day {number}: {_SAID[number % len(_SAID)]}" for number in range(count // 8)]
    return " ".join(" ".join(said).split(" ")[:count])


def _hostile() -> Iterator[Figure]:
    """Yield texts beside a tenth of themselves: a ratio of ten is in proportion, a hundred would be the square."""
    for name, piece in _HOSTILE.items():
        times = _LETTERS // len(piece)
        text = "This is what was said. " + "".join(piece if each % 50 else f"{piece}{each} " for each in range(times))
        tenth = repeated(1, _reading(text[: _LETTERS // 10], Kind.PERFORMANCE))
        whole = repeated(1, _reading(text, Kind.PERFORMANCE))
        yield figure(f"coach, 200,000 letters: {name}", whole, tenth, "a tenth of it", "ratio < 20")


def _reading(text: str, kind: Kind) -> Callable[[], Report]:
    return lambda: check(text, kind)
