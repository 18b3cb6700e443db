"""The record both kinds of note share: who, when, what was asked and answered, who does what by when.

`okr_record` and `performance_record` add what their kind may hold. The published schemas in `resources/schema/`
describe the same two shapes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models.conversation import TALKING, Answer, Commitment, Conversation, Voice
from desktop.models.guide import Prompt
from desktop.models.people import Person
from desktop.models.policy import PolicyText


@dataclass(frozen=True, slots=True)
class Sealing:
    """What makes a conversation a note of its series: its uid and its place among the revisions."""

    uid: str
    series: str
    revision: int
    sealed_at: datetime
    reason: str = ""
    corrects_digest: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole conversation, gathered for sealing. `subjects` names the key results that answers are about.

    `policy` is what the firm says of its rule; notes that were sealed before it was asked for have none.
    """

    conversation: Conversation
    manager: Person
    employee: Person
    team: str
    answers: Sequence[Answer]
    commitments: Sequence[Commitment]
    subjects: Mapping[str, str]
    policy: PolicyText | None = None


def shared_record(talk: Talk, sealing: Sealing) -> dict[str, Any]:
    """Return the part of a record that both kinds have (plain data; dates and times as ISO text)."""
    told = talk.conversation
    return {
        "format": f"duologue-{told.kind}-note",
        "version": 1,
        "note": {
            "uid": sealing.uid,
            "series": sealing.series,
            "revision": sealing.revision,
            "reason": sealing.reason,
            "corrects": sealing.corrects_digest,
        },
        "kind": str(told.kind),
        "stage": str(told.stage),
        "title": told.guide.title,
        "language": told.guide.language,
        "guide": {"id": told.guide.id, "version": told.guide.version},
        "manager": _person(talk.manager),
        "employee": _person(talk.employee) | {"team": talk.team},
        "period": {"name": told.period, "start": told.period_start.isoformat(), "end": told.period_end.isoformat()},
        "held_on": told.held_on.isoformat(),
        "sealed_at": sealing.sealed_at.isoformat(),
        "rule": told.guide.rule,
        "sections": _sections(talk),
        "commitments": [_commitment(promise) for promise in talk.commitments],
    } | ({"policy": talk.policy.as_record()} if talk.policy else {})


def _person(person: Person) -> dict[str, str]:
    return {"uid": person.uid, "name": person.name, "role": person.role, "email": person.email}


def _commitment(promise: Commitment) -> dict[str, str]:
    due = promise.due.isoformat() if promise.due else ""
    return {"text": promise.text, "owner": promise.owner, "due": due, "state": str(promise.state)}


def _sections(talk: Talk) -> list[dict[str, Any]]:
    return [
        {"id": section.id, "title": section.title, "prompts": [_prompt(talk, prompt) for prompt in section.prompts]}
        for section in talk.conversation.guide.sections
    ]


def _prompt(talk: Talk, prompt: Prompt) -> dict[str, Any]:
    said = [a for a in talk.answers if a.prompt_id == prompt.id and a.voice in TALKING and a.text.strip()]
    subjects = dict.fromkeys(["", *talk.subjects, *(answer.subject for answer in said)])
    entries = [_entry(talk, subject, [a for a in said if a.subject == subject]) for subject in subjects]
    return {"id": prompt.id, "text": prompt.text, "entries": [entry for entry in entries if entry["voices"]]}


def _entry(talk: Talk, subject: str, said: Sequence[Answer]) -> dict[str, Any]:
    names = {Voice.MANAGER: talk.manager.name, Voice.EMPLOYEE: talk.employee.name}
    ordered = sorted(said, key=lambda answer: TALKING.index(answer.voice))
    return {
        "about": talk.subjects.get(subject, ""),
        "voices": [{"voice": str(a.voice), "name": names[a.voice], "text": a.text} for a in ordered],
    }
