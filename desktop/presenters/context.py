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
    """What belongs together, under one title; `lead` is a caption above it."""

    title: str
    rows: tuple[ContextRow, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ContextPanel:
    """The whole panel; `legend` explains the bars ("" where there are none), `note` the rule of the kind."""

    title: str
    legend: str
    cards: tuple[ContextCard, ...]
    note: str
