"""An objective as it is typed: whose it is, what it is, why now."""

from dataclasses import dataclass

from desktop.i18n import _
from desktop.models.ids import new_uid
from desktop.models.okr import Level, Objective
from desktop.models.problems import Problem
from desktop.models.typed import MAX_TEXT, is_blank, name_of
from desktop.presenters.notice import read


@dataclass(frozen=True, slots=True)
class ObjectiveForm:
    """What is typed about an objective; `team` and `person` are uids, `new_team` is a name where `team` is "".

    `sponsor` and `sponsor_reason` are asked for only once something was stopped.
    """

    level: str = Level.TEAM.value
    team: str = ""
    new_team: str = ""
    person: str = ""
    title: str = ""
    why_now: str = ""
    individual_reason: str = ""
    sponsor: str = ""
    sponsor_reason: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A readable form. `owner_uid` is "" for the company, and for a team that has no uid yet: `new_team`."""

    level: Level
    title: str
    why_now: str
    individual_reason: str
    owner_uid: str
    new_team: str

    def objective(self, uid: str, cycle_uid: str, owner_uid: str) -> Objective:
        """Return the objective."""
        reason = self.individual_reason if self.level is Level.INDIVIDUAL else ""
        return Objective(uid or new_uid(), cycle_uid, self.level, owner_uid, self.title, self.why_now, reason)


def read_objective(form: ObjectiveForm) -> Typed | dict[str, str]:
    """Return what is typed, or the errors by field."""
    errors: dict[str, str] = {}
    level = Level(form.level)
    title = read(errors, "title", _title, form.title)
    why_now = read(errors, "why_now", _long, form.why_now)
    new_team = ""
    if level is Level.TEAM and not form.team:
        new_team = read(errors, "new_team", _team, form.new_team) or ""
    elif level is Level.INDIVIDUAL:
        read(errors, "person", _person, form.person)
        read(errors, "individual_reason", _reason, form.individual_reason)
    if errors or title is None or why_now is None:
        return errors
    owner = {Level.COMPANY: "", Level.TEAM: form.team, Level.INDIVIDUAL: form.person}[level]
    return Typed(level, title, why_now, form.individual_reason.strip(), owner, new_team)


def advice(level: str) -> str:
    """Return why the method advises against beginning with individuals ("" for every other level)."""
    if level != Level.INDIVIDUAL:
        return ""
    return _(
        "The method advises against beginning here. OKRs of one person turn into a task list, pull effort away from "
        "what the team wants to reach together, and are soon read as a judgement of that person. Begin with the "
        "team; an individual objective is possible if there is a good reason, and it is never shared with "
        "performance conversations."
    )


def _title(text: str) -> str:
    return name_of(text, _("what you want to reach"))


def _team(text: str) -> str:
    return name_of(text, _("the name of the team"))


def _person(text: str) -> str:
    if not text:
        raise Problem("Whose objective is it? Choose a person.")
    return text


def _reason(text: str) -> str:
    if is_blank(text):
        raise Problem("Write down why one person needs an own objective here; one sentence is enough.")
    return _long(text)


def _long(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise Problem("This is too long; please shorten it to {most} characters.", most=MAX_TEXT)
    return text.strip()
