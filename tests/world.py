"""A small real vault to test in: a manager, an employee with a team, one shared cycle, one key result."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from desktop.guides.loader import load_guides
from desktop.models.conversation import Answer, Conversation, Voice
from desktop.models.guide import Guide, Kind, Stage
from desktop.models.ids import new_uid, now
from desktop.models.okr import Cycle, KeyResult, KeyResultKind, Level, Objective
from desktop.models.people import Person, Team
from desktop.places import resources
from desktop.storage.keys.unlocking import open_sample
from desktop.storage.vault import Vault
from tests.keys import VAULT_KEY

TODAY = date(2026, 11, 20)
SPOKEN = "voices"


@dataclass
class World:
    """What the tests of a whole path begin with."""

    vault: Vault
    manager: Person
    employee: Person
    cycle: Cycle
    objective: Objective
    key_result: KeyResult
    guides: dict[str, Guide]

    def guide(self, kind: Kind, stage: Stage) -> Guide:
        """Return the shipped guide of a kind and stage."""
        return next(guide for guide in self.guides.values() if (guide.kind, guide.stage) == (kind, stage))

    def start(self, kind: Kind, stage: Stage) -> Conversation:
        """Begin a conversation with the employee about the cycle."""
        talk = Conversation(
            uid=new_uid(),
            kind=kind,
            stage=stage,
            person_uid=self.employee.uid,
            manager_uid=self.manager.uid,
            guide=self.guide(kind, stage),
            held_on=TODAY,
            period=self.cycle.name,
            period_start=self.cycle.starts_on,
            period_end=self.cycle.ends_on,
            created_at=now(),
        )
        self.vault.conversations(kind).add(talk)
        return talk

    def say(self, talk: Conversation, text: str) -> None:
        """Save the employee's words to the first prompt that takes both voices."""
        prompts = [p for section in talk.guide.sections for p in section.prompts]
        prompt = next(p for p in prompts if p.answer == SPOKEN)
        self.vault.conversations(talk.kind).save_answer(Answer(talk.uid, prompt.id, "", Voice.EMPLOYEE, text))


def make_world(folder: Path) -> World:
    """Make a vault in `folder` with everything a conversation needs; the program opens it without asking."""
    vault = Vault.create(folder, VAULT_KEY)
    open_sample(folder, VAULT_KEY)
    manager = Person(new_uid(), "Mira Solberg", "Head of Support", "mira@example.org")
    team = Team(new_uid(), "Support")
    vault.people.add_team(team)
    employee = Person(new_uid(), "Tomas Oyelaran", "Support engineer", "tomas@example.org", team.uid)
    vault.people.save(manager)
    vault.people.save(employee)
    vault.profile.set_me(manager)
    cycle = Cycle(new_uid(), "Q4 2026", date(2026, 10, 1), date(2026, 12, 31))
    objective = Objective(new_uid(), cycle.uid, Level.TEAM, team.uid, "Customers get help while it still matters")
    result = KeyResult(
        new_uid(),
        objective.uid,
        KeyResultKind.METRIC,
        "First reply within half a day",
        "Median first reply",
        "hours",
        Decimal(9),
        Decimal(7),
        Decimal(5),
        Decimal(4),
        written_on=date(2026, 9, 20),
    )
    vault.okrs.save_cycle(cycle)
    vault.okrs.save_objective(objective)
    vault.okrs.save_key_result(result)
    shelf = load_guides([resources() / "guides"])
    return World(vault, manager, employee, cycle, objective, result, dict(shelf.guides))
