"""Invented values to store, and a way past every lock of the vault."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.models.conversation import Answer, Commitment, Conversation, PrivateNote, Voice
from desktop.models.guide import RULE, STAGES, AnswerType, Guide, Kind, Prompt, Section
from desktop.models.note import Note, canonical, digest_of
from desktop.models.okr import Cycle, KeyResult, KeyResultKind, Level, Objective
from desktop.models.people import Person, Team
from desktop.models.response import Arrival, Choice, Decline, Handover, Rebuttal, Response, Way
from desktop.storage.connection import connect
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY

NOON = datetime(2026, 11, 20, 12, 0, 0, 123000, UTC)
TEAM = Team("team", "Support")
MANAGER = Person("mira", "Mira Solberg", "Head of Support", "mira@example.org")
EMPLOYEE = Person("tomas", "Tomas Oyelaran", "Support engineer", "tomas@example.org", TEAM.uid)
CYCLE = Cycle("cycle", "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))
OBJECTIVE = Objective("objective", CYCLE.uid, Level.TEAM, TEAM.uid, "Help while it matters", "Two customers left.")
KEY_RESULT = KeyResult(
    "result",
    OBJECTIVE.uid,
    KeyResultKind.METRIC,
    "First reply within half a day",
    "Median first reply",
    "hours",
    Decimal("9.50"),
    Decimal(7),
    Decimal(5),
    Decimal(4),
    date(2026, 9, 20),
)


def new_vault(folder: Path) -> Vault:
    """Make a vault with a manager, a team and an employee."""
    return fill(Vault.create(folder, VAULT_KEY))


def fill(made: Vault) -> Vault:
    """Put a manager, a team and an employee into an empty vault."""
    made.people.add_team(TEAM)
    made.people.save(EMPLOYEE)
    made.profile.set_me(MANAGER)
    return made


def guide_of(kind: Kind) -> Guide:
    """Return a guide of one prompt."""
    prompt = Prompt("moved", "What moved?", "To see it together.", ("Why not more?",), AnswerType.VOICES)
    stage = STAGES[kind][-1]
    return Guide("plain", kind, stage, "A plain talk", "en", 1, RULE, (Section("talk", "Talk", 20, (prompt,)),))


def talk_of(kind: Kind, uid: str = "talk") -> Conversation:
    """Return a draft that is in no vault yet."""
    return Conversation(
        uid=uid,
        kind=kind,
        stage=STAGES[kind][-1],
        person_uid=EMPLOYEE.uid,
        manager_uid=MANAGER.uid,
        guide=guide_of(kind),
        held_on=date(2026, 11, 20),
        period="Q4 2026",
        period_start=CYCLE.starts_on,
        period_end=CYCLE.ends_on,
        created_at=NOON,
    )


def answer_of(uid: str = "talk", text: str = "The rota helped.", prompt: str = "moved") -> Answer:
    """Return the employee's words to the one prompt."""
    return Answer(uid, prompt, "", Voice.EMPLOYEE, text)


def begin(vault: Vault, kind: Kind, uid: str = "talk") -> Conversation:
    """Store a draft with an answer, a private note and a commitment (`uid`-promise)."""
    talk, store = talk_of(kind, uid), vault.conversations(kind)
    store.add(talk)
    store.save_answer(answer_of(uid))
    store.save_private_note(PrivateNote(uid, "talk", "Ask about the rota."))
    store.save_commitment(Commitment(f"{uid}-promise", uid, EMPLOYEE.uid, "Try it", "Mira Solberg", date(2027, 1, 1)))
    return talk


def note_of(talk: Conversation, uid: str = "", series: str = "", revision: int = 1) -> Note:
    """Return the note a talk becomes; its uid is `<talk>-note` unless given."""
    uid = uid or f"{talk.uid}-note"
    place = {"uid": uid, "series": series or uid, "revision": revision, "reason": talk.reason}
    record = canonical({"note": place, "kind": str(talk.kind), "stage": str(talk.stage), "said": "The rota helped."})
    return Note(
        uid=uid,
        series=series or uid,
        revision=revision,
        reason=talk.reason,
        conversation_uid=talk.uid,
        person_uid=talk.person_uid,
        kind=talk.kind,
        stage=talk.stage,
        record=record,
        digest=digest_of(record),
        sealed_at=NOON,
    )


def sealed(vault: Vault, kind: Kind, uid: str = "talk") -> Note:
    """Store and seal a talk; return its note."""
    return vault.notes(kind).seal(note_of(begin(vault, kind, uid)))


def response_of(note_uid: str, uid: str = "response", pdf: bytes = b"%PDF-1.7 answered\x00\xff") -> Response:
    """Return an answer to a note, in a script of its own and with a comment that no program may tidy."""
    return Response(
        uid=uid,
        note_uid=note_uid,
        way=Way.FILE,
        arrival=Arrival.SIGNED,
        choice=Choice.DISAGREE,
        comment=" Not so.\r\nلا أوافق \u0301e ",
        scores_used=False,
        signer=EMPLOYEE.name,
        fingerprint="AB12",
        signed_at=NOON,
        arrived_at=NOON,
        file_name="note, back.pdf",
        certificate=b"der",
        pdf=pdf,
    )


def decline_of(note_uid: str, uid: str = "decline", response_uid: str = "") -> Decline:
    """Return a refusal to sign a note."""
    return Decline(uid, note_uid, NOON.date(), "I was not heard.", "Ines Witness", response_uid, NOON)


def rebuttal_of(note_uid: str, uid: str = "rebuttal", content: bytes = b"My side of it.\x00") -> Rebuttal:
    """Return a statement that arrived later."""
    return Rebuttal(uid, note_uid, "my side.txt", digest_of(content), len(content), NOON, content)


def attach_all(vault: Vault, kind: Kind, note_uid: str) -> None:
    """Attach one of everything that can come back to a note."""
    store = vault.responses(kind)
    store.add_response(response_of(note_uid))
    store.add_decline(decline_of(note_uid))
    store.hand_over(Handover("handover", note_uid, NOON))
    store.add_rebuttal(rebuttal_of(note_uid))


def outside(vault: Vault) -> Any:
    """Return a connection as another program has it: no room, no wall, foreign keys off."""
    return connect(vault.folder / "vault.db", vault.key)


def store_okrs(vault: Vault) -> None:
    """Store one cycle with an objective and a key result."""
    vault.okrs.save_cycle(CYCLE)
    vault.okrs.save_objective(OBJECTIVE)
    vault.okrs.save_key_result(KEY_RESULT)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
