"""What stands beside a conversation, in words; both kinds fill it, each with what it may know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One line of a card: `fraction` (0 to 1) draws a bar, `mark` (0 to 1) a mark on it; None draws none."""

    label: str
    value: str
    detail: str
    fraction: float | None = None
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class ContextCard:
    """What belongs together, under one title; `lead` is a caption above it.

    `rest` are further rows, shown on request; `more` is the verb that asks for them, "" where there are none.
    """

    title: str
    rows: tuple[ContextRow, ...]
    lead: str = ""
    rest: tuple[ContextRow, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class SpreadBar:
    """A month of a drawn spread; `label` is short, `counts` says whether it being empty would say something."""

    label: str
    positive: int
    developmental: int
    unsaid: int
    counts: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """How observations are spread over a period; `spoken` says what is drawn to who does not see it.

    `missing` are sentences on what is missing or does not count, `fine` the one where nothing is missing.
    """

    title: str
    summary: str
    bars: tuple[SpreadBar, ...]
    spoken: str
    missing: tuple[str, ...]
    fine: str = ""


@dataclass(frozen=True, slots=True)
class ContextPanel:
    """The whole panel; `legend` explains the bars ("" where there are none), `note` the rule of the kind.

    `spread` is how what was observed covers the period, None where that is no matter.
    """

    title: str
    legend: str
    cards: tuple[ContextCard, ...]
    note: str
    spread: Spread | None = None
