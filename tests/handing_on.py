"""Two managers with a vault each: one has notes with all that can be attached, the other takes over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.documents.signing.answer import fill
from desktop.documents.signing.sign import Signatory, countersign
from desktop.flows.keys.trusting import trust
from desktop.flows.notes.exporting import export
from desktop.flows.notes.handing import hand_over
from desktop.flows.notes.rebutting import write_down
from desktop.flows.notes.returning import take_in
from desktop.flows.people.transferring import Chosen, Transferred, transfer
from desktop.flows.talk.sealing import seal
from desktop.models.guide import Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.note import Note
from desktop.models.people import Person
from desktop.models.response import Choice, Decline, Reply
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY, key_of
from tests.world import World, make_world

MIRA, ADA, TOMAS = (key_of(name) for name in ("Mira Solberg", "Ada Lindqvist", "Tomas Oyelaran"))
WORDS = Reply(Choice.DISAGREE, 'I see it otherwise:\n\tقال: لا أوافق <b>&"', scores_used=False)


@dataclass
class Firm:
    """Mira, who hands over, and Ada, who takes over into an empty vault."""

    mira: World
    ada: Vault
    folder: Path

    def note(self, kind: Kind, words: str = "We rebuilt the rota: <b>&</b> Łukasz, 李小龙, 😀") -> Note:
        """Seal a note in Mira's vault."""
        stage = Stage.REVIEW if kind is Kind.PERFORMANCE else Stage.CHECK_IN
        talk = self.mira.start(kind, stage)
        self.mira.say(talk, words)
        return seal(self.mira.vault, kind, talk.uid)

    def full(self, kind: Kind) -> Note:
        """Seal a note that was signed, handed out, answered, rebutted, and declined."""
        vault, note = self.mira.vault, self.note(kind)
        pdf = export(vault, note, self.folder).pdf
        hand_over(vault, note)
        trust(vault, note.person_uid, TOMAS.certificate)
        back = self.folder / "back.pdf"
        back.write_bytes(countersign(fill(pdf, WORDS), Signatory(TOMAS, "Tomas Oyelaran", now())))
        answer = take_in(vault, back).response
        assert answer is not None
        write_down(vault, note, f"My statement on {note.uid}")
        declined = Decline(new_uid(), note.uid, date(2026, 11, 20), "No time", "Ola Nord", answer.uid, now())
        vault.responses(kind).add_decline(declined)
        return note

    def send(self, *notes: Note, people: tuple[str, ...] = (), name: str = "over.duologue") -> Transferred:
        """Hand notes over to Ada."""
        chosen = Chosen(people, [(note.kind, note.uid) for note in notes])
        return transfer(self.mira.vault, chosen, ADA.certificate, self.folder / name)

    def compare(self) -> None:
        """Let Ada know Mira's key."""
        self.ada.people.save(self.mira.manager)
        trust(self.ada, self.mira.manager.uid, MIRA.certificate)


@contextmanager
def firm_in(folder: Path) -> Iterator[Firm]:
    """Make both vaults in `folder`."""
    world = make_world(folder / "mira")
    world.vault.profile.save_identity(replace(MIRA, person_uid=world.manager.uid))
    ada = Vault.create(folder / "ada", VAULT_KEY)
    me = Person(new_uid(), "Ada Lindqvist", "Head of Field", "ada@example.org")
    ada.profile.set_me(me)
    ada.profile.save_identity(replace(ADA, person_uid=me.uid))
    yield Firm(world, ada, folder)
    world.vault.close()
    ada.close()
