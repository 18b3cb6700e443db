"""Sealed notes to draw: one OKR conversation, one performance conversation, with words of the test's choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from desktop.models.bridge import MetricFact, PublishedObjective
from desktop.models.conversation import Answer, Commitment, Conversation, Voice
from desktop.models.guide import RULE, AnswerType, Guide, Kind, Prompt, Section, Stage
from desktop.models.note import Note, canonical, digest_of
from desktop.models.okr import CheckIn, Decision, KeyResult, KeyResultKind, Level, Objective, Reflection
from desktop.models.okr_record import DiscussedResult, okr_record
from desktop.models.people import Person
from desktop.models.performance import Evidence, Expectation
from desktop.models.performance_record import Grounds, performance_record
from desktop.models.record import Sealing, Talk

UID = "3f0c1b52-7c3e-4c52-9b0e-0a7a4b9e6d11"
CHAIN_HEAD = digest_of(b"the chain before this note")
SEALED_AT = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
FIRST = Sealing(UID, UID, 1, SEALED_AT)
MANAGER = Person("m-1", "Mira Solberg", "Head of Support", "mira@example.org")
EMPLOYEE = Person("e-1", "Tomas Oyelaran", "Support engineer", "tomas@example.org", "t-1")
PROUD = Prompt("proud", "What are you proud of?", "Listen first.", (), AnswerType.VOICES)
HARD = Prompt("hard", "What was hard?", "Do not console.", (), AnswerType.VOICES)
NEXT = Prompt("next", "What do we do next?", "One thing is enough.", (), AnswerType.COMMITMENTS)
OBJECTIVE = Objective("o-1", "c-1", Level.TEAM, "t-1", "Customers get help while it still matters")
RESULT = KeyResult(
    "k-1",
    "o-1",
    KeyResultKind.METRIC,
    "First reply within half a day",
    "Median first reply",
    "hours",
    Decimal(9),
    Decimal(7),
    Decimal(5),
    Decimal(4),
    written_on=date(2026, 10, 5),
    late_reason="The measuring began late.",
)
MILESTONE = KeyResult("k-2", "o-1", KeyResultKind.MILESTONE, "The status page is public")


@dataclass(frozen=True)
class Spoken:
    """What differs from note to note; everything else is the same invented conversation."""

    employee_says: str = "We answered sooner than ever."
    manager_says: str = "I saw the templates work."
    employee: Person = EMPLOYEE
    manager: Person = MANAGER
    promises: Sequence[Commitment] = field(
        default_factory=lambda: (
            Commitment("p-1", UID, "e-1", "Show the templates to the team", "Tomas Oyelaran", date(2026, 12, 4)),
            Commitment("p-2", UID, "e-1", "Ask for the holiday plan", "Mira Solberg", None),
        )
    )
    sealing: Sealing = FIRST
    language: str = "en"


def okr_note(spoken: Spoken = Spoken(), results: Sequence[DiscussedResult] | None = None) -> Note:  # noqa: B008
    """Return a sealed OKR conversation at the end of a cycle."""
    talk = _talk(Kind.OKR, Stage.REFLECT_RESET, spoken)
    return _note(okr_record(talk, spoken.sealing, discussed() if results is None else results), talk, spoken.sealing)


def performance_note(spoken: Spoken = Spoken(), grounds: Grounds | None = None) -> Note:  # noqa: B008
    """Return a sealed performance conversation."""
    talk = _talk(Kind.PERFORMANCE, Stage.REVIEW, spoken)
    record = performance_record(talk, spoken.sealing, grounds or GROUNDS)
    return _note(record, talk, spoken.sealing)


MAKERS: tuple[Callable[[Spoken], Note], ...] = (okr_note, performance_note)


def discussed() -> list[DiscussedResult]:
    """Return two key results: one scored, one milestone that is only checked in."""
    day, at = date(2026, 11, 19), SEALED_AT
    return [
        DiscussedResult(
            OBJECTIVE,
            RESULT,
            CheckIn("i-1", "k-1", Decimal("5.1"), day, "Helpdesk report", 6, at),
            Reflection(
                "r-1", "k-1", Decimal("4.8"), day, "Helpdesk, week 47", "Templates beat shifts.", Decision.KEEP, at
            ),
        ),
        DiscussedResult(OBJECTIVE, MILESTONE, CheckIn("i-2", "k-2", Decimal(1), day, "status.example.org", 9, at)),
    ]


GROUNDS = Grounds(
    objectives=[PublishedObjective("o-1", OBJECTIVE.title, "t-1", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))],
    facts=[
        MetricFact(
            "f-1", "o-1", "Median first reply", "9", "5.1", "hours", date(2026, 11, 19), "Helpdesk", "Templates help."
        )
    ],
    expectations=[
        Expectation("x-1", "e-1", "Explains so that a customer can decide"),
        Expectation("x-2", "e-1", "Shares what was learned"),
    ],
    evidence=[
        Evidence(
            "v-1", "e-1", "x-1", date(2026, 10, 14), "A hotel stood still", "Wrote three messages", "They waited calmly"
        )
    ],
)


def _talk(kind: Kind, stage: Stage, spoken: Spoken) -> Talk:
    sections = (
        Section("view", "Your view", 10, (PROUD, HARD)),
        Section("close", "Close", 5, (NEXT,)),
    )
    guide = Guide("test-guide", kind, stage, "A guide of our own", spoken.language, 1, RULE, sections)
    conversation = Conversation(
        uid=UID,
        kind=kind,
        stage=stage,
        person_uid=spoken.employee.uid,
        manager_uid=spoken.manager.uid,
        guide=guide,
        held_on=date(2026, 11, 20),
        period="Q4 2026",
        period_start=date(2026, 10, 1),
        period_end=date(2026, 12, 31),
        created_at=SEALED_AT,
    )
    answers = [
        Answer(UID, "proud", "", Voice.MANAGER, spoken.manager_says),
        Answer(UID, "proud", "", Voice.EMPLOYEE, spoken.employee_says),
    ]
    return Talk(conversation, spoken.manager, spoken.employee, "Support", answers, spoken.promises, {})


def _note(record: dict[str, object], talk: Talk, sealing: Sealing) -> Note:
    data = canonical(record)
    return Note(
        uid=sealing.uid,
        series=sealing.series,
        revision=sealing.revision,
        reason=sealing.reason,
        conversation_uid=talk.conversation.uid,
        person_uid=talk.employee.uid,
        kind=talk.conversation.kind,
        stage=talk.conversation.stage,
        record=data,
        digest=digest_of(data),
        sealed_at=sealing.sealed_at,
        chain_head=CHAIN_HEAD,
    )
