"""A person with a word of their own in every place the vault has for words, and a way to look for it everywhere."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from desktop.models.conversation import Answer, Commitment, Conversation, PrivateNote, SetAside, Voice
from desktop.models.erasing import Basis, ErasureOrder, Hold
from desktop.models.guide import Kind
from desktop.models.identity import Identity
from desktop.models.note import Note, canonical, digest_of
from desktop.models.okr import CheckIn, Decision, Level, Objective, Reflection
from desktop.models.people import Person
from desktop.models.performance import Capture, Evidence, Expectation, Statement
from desktop.models.policy import Engagement, Role
from desktop.models.preparation import SheetMade, SheetReturned, SheetTaken
from desktop.models.response import Handover, Rebuttal
from desktop.models.talk_days import DayReason
from desktop.models.transfer import Direction, TransferLine
from desktop.storage.connection import connect
from desktop.storage.vault import Vault
from tests.allowing import allow_individual
from tests.keys import VAULT_KEY
from tests.storage.sample import CYCLE, EMPLOYEE, NOON, decline_of, note_of, response_of, sealed, store_okrs, talk_of

WORD = "zanzibarquokka"
"""Stands in everything that is about the person, and nowhere else."""

OTHER = "What is about somebody else stays here."
PERSON = Person("rashida", f"Rashida {WORD}", f"{WORD} engineer", f"{WORD}@example.org", "team")
ORDER = ErasureOrder("order", Basis.REQUEST, NOON, PERSON.uid)


def plant(vault: Vault) -> None:
    """Fill a vault that has a team and an employee with a second person's life, and something of the first."""
    store_okrs(vault)
    vault.people.save(PERSON)
    vault.people.save(EMPLOYEE)
    vault.profile.pin(PERSON.uid, WORD.encode())
    allow_individual(vault, CYCLE.uid, PERSON.uid, WORD)
    vault.policy.save_engagement(Engagement("won", Role.COACH, PERSON.name, "2026-10-01", PERSON.uid))
    vault.okrs.save_objective(Objective("own", CYCLE.uid, Level.INDIVIDUAL, PERSON.uid, "Learn", "Soon", WORD))
    for kind in Kind:
        _talks(vault, kind)
        others = sealed(vault, kind, f"{kind}-other")
        vault.responses(kind).add_response(response_of(others.uid, f"{kind}-other-response", OTHER.encode()))
    vault.evidence.save_expectation(Expectation("asked", PERSON.uid, WORD))
    vault.evidence.save_evidence(Evidence("seen", PERSON.uid, "asked", date(2026, 11, 2), WORD, WORD, WORD))
    vault.evidence.add_statement(Statement("said", "seen", "", WORD, NOON))
    vault.evidence.add_statement(Statement("told", "", "asked", WORD, NOON))
    vault.transfers.remember([TransferLine("sent", PERSON.uid, Direction.OUT, NOON, f"Ana, for {WORD}", "AB", 1, 1)])
    vault.evidence.save_capture(Capture("", PERSON.uid, "2026-11-02", WORD, WORD, WORD))
    vault.evidence.save_capture(Capture("seen", PERSON.uid, "2026-11-02", WORD, WORD, WORD))
    vault.okrs.set_contributors("result", [PERSON.uid, EMPLOYEE.uid])
    vault.profile.save_identity(Identity("key", PERSON.uid, WORD.encode(), WORD.encode(), NOON))
    vault.rights.hold(Hold("held", PERSON.uid, WORD, NOON, NOON))


def _talks(vault: Vault, kind: Kind) -> None:
    for state in ("done", "open"):
        uid, store = f"{kind}-{state}", vault.conversations(kind)
        store.add(_about(talk_of(kind, uid)))
        store.save_answer(Answer(uid, "moved", "", Voice.EMPLOYEE, f"I said {WORD}."))
        store.save_private_note(PrivateNote(uid, "talk", f"I think {WORD}."))
        store.set_aside(SetAside(uid, "moved", "", "manager", "trait", WORD, WORD, NOON))
        store.keep_day_reason(DayReason(uid, WORD, NOON))
        if kind is Kind.PERFORMANCE:
            _sheets(vault, uid)
        store.save_commitment(Commitment(f"{uid}-p", uid, PERSON.uid, WORD, PERSON.name, date(2027, 1, 1)))
        if kind is Kind.OKR:
            vault.okrs.record_check_in(CheckIn(f"{uid}-c", "result", Decimal(5), NOON.date(), "desk", 7, NOON, uid))
            vault.okrs.record_reflection(
                Reflection(f"{uid}-r", "result", Decimal(5), NOON.date(), "desk", "Rota.", Decision.KEEP, NOON, uid)
            )
    note = vault.notes(kind).seal(_note(kind))
    vault.notes(kind).save_export(note.uid, f"{WORD}.pdf", WORD.encode())
    _attach(vault, kind, note.uid)


def _sheets(vault: Vault, uid: str) -> None:
    """A preparation sheet that went out and came back, with a moment that was taken in."""
    store, words = vault.preparation, WORD.encode()
    store.add_made(SheetMade(f"{uid}-sheet", uid, NOON, f"{WORD}.pdf", NOON.date()))
    file = (f"{WORD}.pdf", digest_of(words), WORD, words)
    store.add_returned(SheetReturned(f"{uid}-back", uid, f"{uid}-sheet", NOON, NOON, *file))
    moment = Evidence(f"{uid}-taken", PERSON.uid, "", date(2026, 11, 3), WORD, WORD, WORD)
    store.take_in(SheetTaken(uid, "mark", moment.uid), moment)


def _attach(vault: Vault, kind: Kind, note_uid: str) -> None:
    store = vault.responses(kind)
    told = response_of(note_uid, f"{kind}-response", WORD.encode())
    store.add_response(replace(told, comment=WORD, signer=PERSON.name, file_name=f"{WORD}.pdf"))
    store.add_decline(replace(decline_of(note_uid, f"{kind}-decline"), reason=WORD, witness=WORD))
    store.hand_over(Handover(f"{kind}-handover", note_uid, NOON))
    words = WORD.encode()
    store.add_rebuttal(Rebuttal(f"{kind}-rebuttal", note_uid, WORD, digest_of(words), len(words), NOON, words))


def _about(talk: Conversation) -> Conversation:
    return replace(talk, person_uid=PERSON.uid, reason="")


def _note(kind: Kind) -> Note:
    note = note_of(_about(talk_of(kind, f"{kind}-done")))
    record = canonical({**note.content, "said": f"I said {WORD}."})
    return replace(note, record=record, digest=digest_of(record))


def decrypted(path: Path, into: Path) -> bytes:
    """Return the raw bytes of a plain copy of the file, free pages and all, and of what lies beside it."""
    connection = connect(path, VAULT_KEY)
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(into),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH DATABASE plain")
    connection.close()
    return into.read_bytes()
