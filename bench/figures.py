"""What a measurement found, and how it is printed."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing: milliseconds, and its ratio to a yardstick measured in the same run.

    `aim` says what it should not exceed, "" where there is no aim; `beside` names the yardstick.
    """

    name: str
    median: float
    p99: float
    ratio: float
    beside: str
    aim: str
    runs: int


def figure(name: str, seconds: Sequence[float], yard: Sequence[float], beside: str, aim: str = "") -> Figure:
    """Return the figure of a series beside its yardstick; pairs are compared where both come in rounds."""
    if len(seconds) == len(yard):
        ratio = statistics.median(one / other for one, other in zip(seconds, yard, strict=True))
    else:
        ratio = statistics.median(seconds) / statistics.median(yard)
    median, p99 = statistics.median(seconds) * 1000, percentile(seconds, 99) * 1000
    return Figure(name, round(median, 3), round(p99, 3), round(ratio, 2), beside, aim, len(seconds))


def percentile(seconds: Sequence[float], share: int) -> float:
    """Return the value below which `share` per cent of the series lie (nearest rank)."""
    ranked = sorted(seconds)
    return ranked[max(0, -(-len(ranked) * share // 100) - 1)]


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Append how many seconds the block took."""
    start = time.perf_counter()
    yield
    into.append(time.perf_counter() - start)


def repeated(times: int, work: Callable[[], Any]) -> list[float]:
    """Return the seconds of each of `times` runs, after one that does not count."""
    work()
    seconds: list[float] = []
    for _ in range(times):
        with timed(seconds):
            work()
    return seconds


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines of text."""
    lines = [f"{'':44} {'median ms':>10} {'p99 ms':>10} {'ratio':>7}  aim"]
    for each in figures:
        aim = f"{each.aim}  " if each.aim else ""
        lines.append(
            f"{each.name:44} {each.median:10.3f} {each.p99:10.3f} {each.ratio:7.2f}  {aim}"
            f"({each.runs} runs; ratio to {each.beside})"
        )
    return "\n".join(lines)


def data(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Return the figures as plain data."""
    return [asdict(each) for each in figures]
