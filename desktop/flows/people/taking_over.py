"""Taking over what another manager handed over: first a plan that says what would happen, then all of it at once.

Taking over adds and never changes. Trust does not travel: who signed what is judged anew by what this vault knows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.judging.arrival import judge
from desktop.documents.judging.verify import verify
from desktop.documents.keys.certificate_facts import certificate_facts
from desktop.documents.transfer.parcel import is_transfer, issuer_of, unpack
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.trusting import own_certificates, trust, trusted_roots
from desktop.flows.notes.arriving import Arrived, arrive
from desktop.flows.notes.importing import person_of
from desktop.flows.notes.record_files import require_real_days
from desktop.flows.people.transferring import transfer_lines
from desktop.models.identity import fingerprint
from desktop.models.note import digest_of
from desktop.models.people import Person, Team
from desktop.models.problems import Locked, Problem
from desktop.models.response import KEPT, Arrival, Response
from desktop.models.suffix import HANDED_OVER
from desktop.models.transfer import CarriedNote, CarriedPerson, Direction, Unpacked

if TYPE_CHECKING:
    from desktop.storage.transfers import Intake
    from desktop.storage.vault import Vault

Report = Callable[[int, int, str], None]

_UNKNOWN = (
    "Nobody here knows the key of {name}, who signed this file. Compare its words with them first. Nothing was taken "
    "over."
)
_TWO = "{name} here could be two of the people in this file; give each an e-mail address, and ask for the file anew."
_OTHER_ANSWER = "The answer of {name} in this file is not what its own PDF says. Nothing was taken over."
_NOT_THE_NOTE = "{name}, a signed PDF in this file, was changed or belongs to another note. Nothing was taken over."


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signed: certificate (DER) and its name; `person` is who this vault takes them for, known by that key or not.

    `known`: this vault relies on the key; `issuer` is the root that vouches for it, "" if it is known by itself.
    `changed`: the person is known here by another key.
    """

    certificate: bytes
    name: str
    person: Person
    new_person: bool
    known: bool
    issuer: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody in the file, as they are called here; `new`: the vault does not know them yet."""

    told: CarriedPerson
    person: Person
    new: bool


@dataclass(frozen=True, slots=True)
class TakeOver:
    """What taking a file over means for this vault; `refusal` says why it cannot be, if so."""

    unpacked: Unpacked
    sender: Sender
    people: tuple[Newcomer, ...]
    teams: tuple[Team, ...]
    notes: tuple[Arrived, ...]
    refusal: Problem | None = None

    @property
    def anything_new(self) -> bool:
        """Whether the vault would have more than before."""
        return any(each.new for each in self.people) or any(each.adds for each in self.notes)


def is_handed_over(path: Path) -> bool:
    """Return whether a file calls itself one that somebody handed over, or begins like one."""
    return path.suffix.lower() == HANDED_OVER or (path.is_file() and is_transfer(read_file(path)))


def read_take_over(vault: "Vault", path: Path, report: Report | None = None) -> TakeOver:
    """Return what the file at `path` would bring (slow: its signatures are checked); nothing is changed.

    `report(done, total, name)` hears of each note. Raises Problem if the file is damaged, for somebody else, or not
    what its sender signed.
    """
    unpacked = unpack(read_file(path), vault.profile.identities(vault.profile.me_uid()))
    for number, carried in enumerate(unpacked.parcel.notes):
        if report:
            report(number, len(unpacked.parcel.notes), str(carried.note.content["employee"]["name"]))
        _require_sound(carried)
    return plan_take_over(vault, unpacked)


def plan_take_over(vault: "Vault", unpacked: Unpacked) -> TakeOver:
    """Return what would happen to an opened file as the vault is now; nothing is changed."""
    sender = _sender(vault, unpacked)
    try:
        people, teams = _people(vault, unpacked.parcel.people)
    except Problem as refusal:
        return TakeOver(unpacked, sender, (), (), (), refusal)
    uids = {each.told.person.uid: each.person.uid for each in people}
    notes = arrive(vault, unpacked.parcel.notes, uids)
    contradiction = next((each.refusal for each in notes if each.refusal), None)
    return TakeOver(unpacked, sender, people, teams, notes, contradiction)


def take_over(vault: "Vault", plan: TakeOver) -> TakeOver:
    """Take in all that is new, or nothing, and return the plan as it was carried out.

    It is made anew before: the vault may have changed since. Raises Problem if the sender is unknown or anything in the
    file contradicts what is here.
    """
    plan = plan_take_over(vault, plan.unpacked)
    if plan.refusal:
        raise plan.refusal
    if not plan.sender.known:
        raise Problem(_UNKNOWN, name=plan.sender.name)
    vault.transfers.take_in(_intake(plan))
    return plan


def know_sender(vault: "Vault", plan: TakeOver) -> TakeOver:
    """Know the sender by their key from now on: the two have compared its words. Return the plan as it is then."""
    sender = plan.sender
    if sender.new_person:
        vault.people.save(sender.person)
    trust(vault, sender.person.uid, sender.certificate)
    return plan_take_over(vault, plan.unpacked)


def _intake(plan: TakeOver) -> "Intake":
    from desktop.storage.transfers import Intake

    uids = {each.told.person.uid: each.person.uid for each in plan.people}
    name, print_ = plan.sender.name, fingerprint(plan.sender.certificate)
    return Intake(
        teams=plan.teams,
        people=[each.person for each in plan.people if each.new],
        notes=[each.carried for each in plan.notes],
        here=frozenset(each.carried.note.uid for each in plan.notes if each.here),
        lines=transfer_lines(plan.unpacked.parcel, Direction.IN, name, print_, uids),
    )


def _sender(vault: "Vault", unpacked: Unpacked) -> Sender:
    certificate = unpacked.certificate
    name = certificate_facts(certificate).subject
    me = vault.profile.me()
    if me and certificate in own_certificates(vault):
        return Sender(certificate, name, me, new_person=False, known=True)
    pinned = [each for each in vault.people.people() if _is_key_of(vault, each, certificate)]
    if pinned:
        return Sender(certificate, name, pinned[0], new_person=False, known=True)
    issuer = issuer_of(unpacked, trusted_roots(vault))
    person, new = _as_person(vault, unpacked.parcel.sender)
    changed = not new and vault.profile.current_pin(person.uid) is not None
    return Sender(certificate, name, person, new, known=bool(issuer) and not changed, issuer=issuer, changed=changed)


def _is_key_of(vault: "Vault", person: Person, certificate: bytes) -> bool:
    pin = vault.profile.current_pin(person.uid)
    return pin is not None and pin.certificate == certificate


def _as_person(vault: "Vault", told: Person) -> tuple[Person, bool]:
    """Return who the sender is here; where several could be meant, somebody new."""
    try:
        return person_of(vault, _told(CarriedPerson(told)))
    except Problem:
        return told, True


def _people(vault: "Vault", carried: Sequence[CarriedPerson]) -> tuple[tuple[Newcomer, ...], tuple[Team, ...]]:
    found: list[Newcomer] = []
    teams: dict[str, Team] = {}
    for each in carried:
        person, new = person_of(vault, _told(each))
        if not new and any(other.person.uid == person.uid for other in found):
            raise Problem(_TWO, name=person.name)
        if new and each.team and all(team.uid != person.team_uid for team in vault.people.teams()):
            team = teams.setdefault(each.team.casefold(), Team(person.team_uid, each.team))
            person = replace(person, team_uid=team.uid)
        found.append(Newcomer(each, person, new))
    return tuple(found), tuple(teams.values())


def _told(each: CarriedPerson) -> dict[str, str]:
    person = each.person
    return {"uid": person.uid, "name": person.name, "role": person.role, "email": person.email, "team": each.team}


def _require_sound(carried: CarriedNote) -> None:
    """Raise Problem where a day is none, a signed PDF is not that of its note, or an answer is not that of its PDF."""
    require_real_days(carried.note.content)
    for pdf in carried.pdfs:
        try:
            verdict = verify(pdf.pdf, pdf.file_name)
        except Locked:
            continue
        if not verdict.intact or digest_of(verdict.record) != carried.note.digest:
            raise Problem(_NOT_THE_NOTE, name=pdf.file_name)
    for response in carried.responses:
        if not _says_what_is_told(response, [pdf.pdf for pdf in carried.pdfs]):
            raise Problem(_OTHER_ANSWER, name=response.signer or carried.note.content["employee"]["name"])


def _says_what_is_told(response: Response, pdfs: Sequence[bytes]) -> bool:
    """Return whether an answer's own file says what is told of it; one with a password stays closed."""
    exported = next((pdf for pdf in pdfs if response.pdf.startswith(pdf)), pdfs[-1] if pdfs else None)
    try:
        found = judge(response.pdf, exported)
    except Locked:
        return True
    reply, signed = found.reply, response.arrival in (Arrival.SIGNED, Arrival.WITNESSED)
    same = (str(reply.choice or ""), reply.comment, reply.scores_used) == (
        response.choice,
        response.comment,
        response.scores_used,
    )
    return same and found.arrival in KEPT and (not signed or found.certificate == response.certificate)
