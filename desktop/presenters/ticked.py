"""A line to tick."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ticked:
    """One person or note to tick; `kind` of a note, "" of a person."""

    key: str
    label: str
    ticked: bool
    kind: str = ""
