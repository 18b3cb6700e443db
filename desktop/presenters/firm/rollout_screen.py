"""What the Roll-out page shows: finished words, nothing to decide."""

from dataclasses import dataclass

from desktop.presenters.notice import Notice

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One rule: how it stands ("kept", "missing", "broken", "allowed"), why it counts, and where to see to it."""

    key: str
    title: str
    why: str
    standing: str
    state: str
    part: str


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One thing to decide, as it is typed; `what` says what it is, `error` what is wrong with the answer."""

    key: str
    title: str
    what: str
    question: str
    answer: str
    decided_by: str
    decided_on: str
    error: str = ""
    day_error: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who was won, as it is typed."""

    uid: str
    name: str
    engaged_on: str
    day_error: str = ""


@dataclass(frozen=True, slots=True)
class EngagedPart:
    """Those who were won for one thing: what it is about, and who can be chosen from the vault."""

    role: str
    title: str
    what: str
    add: str
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class SystemPart:
    """The performance system as it is typed.

    `starts` says what is known of a new one's start; `stopped` why it may not start then ("" if it may): the sponsor
    is asked.
    """

    rating: str
    pay_link: str
    pay: str
    dates: str
    forms: str
    decides: str
    change: str
    starts_on: str
    pay_links: Options
    changes: Options
    asks_start: bool
    has_start: bool
    starts: str
    starts_error: str
    stopped: str
    sponsor: str
    sponsor_reason: str
    sponsor_errors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class RollOutScreen:
    """The whole page. `next_step` is its first sentence; `is_empty` while nobody has written anything.

    `page_open` says what is not decided on the policy page ("" if everything is).
    """

    is_empty: bool
    next_step: str
    next_why: str
    next_part: str
    progress: str
    do: tuple[CheckRow, ...]
    do_not: tuple[CheckRow, ...]
    parameters: tuple[TopicRow, ...]
    page: tuple[TopicRow, ...]
    page_open: str
    engaged: tuple[EngagedPart, ...]
    people: Options
    system: SystemPart
    overrides: tuple[str, ...]
    notice: Notice | None = None
