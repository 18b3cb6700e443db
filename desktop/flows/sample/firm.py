"""An invented firm to try things out with, told in `resources/samples/`; its days count from today.

What happened in the firm happens again here in the order of its days, by the same steps that a user takes, so
that every note cites what was known when it was sealed.
"""

import shutil
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from desktop.documents.keys.identity import make_identity
from desktop.flows.filing import saving_to
from desktop.flows.sample.answers import add_answers
from desktop.flows.sample.days import Calendar, Event, sample_uid
from desktop.flows.sample.okrs import add_okrs
from desktop.flows.sample.policy import add_policy
from desktop.flows.sample.talks import add_talks
from desktop.guides.loader import GuideShelf, load_guides
from desktop.i18n import _
from desktop.models.ids import new_uid, now
from desktop.models.people import Person, Team
from desktop.models.performance import Evidence, Expectation, Leaning, Sense
from desktop.models.problems import Problem
from desktop.places import resources
from desktop.storage.keys.unlocking import open_sample
from desktop.storage.vault import Vault
from desktop.storage.vault_key import VaultKey

Report = Callable[[int, int, str], None]


def make_sample_firm(vault: Vault, guides: GuideShelf, today: date, report: Report | None = None) -> None:
    """Fill an empty vault with the firm: people, two cycles of OKRs, both conversations in several states, and
    what came back.

    `report(done, total, sentence)` hears how far it is. Raises Problem if the disk does not take it.
    """
    calendar = Calendar(today)
    firm = _told("firm")
    me = _add_people(vault, firm)
    _add_roles(vault, _told("roles"), calendar)
    add_policy(vault, _told("policy"), calendar)
    events = [
        *add_okrs(vault.okrs, firm, calendar),
        *add_talks(vault, guides, _told("okr-talks")["talks"], calendar),
        *add_talks(vault, guides, _told("performance-talks")["talks"], calendar),
    ]
    if report:
        report(0, len(events), _("Making a signing identity…"))
    vault.profile.save_identity(make_identity(me, now()))
    _happen(events, report)
    add_answers(vault, _told("answers"))


def make_sample_vault(folder: Path, today: date, report: Report | None = None) -> None:
    """Make a vault with the firm in `folder`, whole or not at all.

    Raises Problem if the folder has other files in it or the disk does not take it.
    """
    with saving_to(folder.parent):
        if folder.exists():
            _give_way(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}-{new_uid()[:8]}")
    try:
        _fill(draft, today, report)
        with saving_to(folder.parent):
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _give_way(folder: Path) -> None:
    if not folder.is_dir() or any(folder.iterdir()):
        raise Problem("{folder} is not empty; name a new folder for the sample firm.", folder=folder)
    folder.rmdir()


def _fill(folder: Path, today: date, report: Report | None) -> None:
    key = VaultKey.new()
    vault = Vault.create(folder, key)
    try:
        open_sample(folder, key)
        make_sample_firm(vault, load_guides([resources() / "guides"]), today, report)
    finally:
        vault.close()


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / "samples" / f"{name}.toml").read_text(encoding="utf-8"))


def _happen(events: list[Event], report: Report | None) -> None:
    for done, event in enumerate(sorted(events, key=lambda event: event.day), 1):
        event.happen()
        if report:
            report(done, len(events), _("Telling the story of the sample firm…"))


def _add_people(vault: Vault, firm: Mapping[str, Any]) -> Person:
    for team in firm["teams"]:
        vault.people.add_team(Team(sample_uid(team["key"]), team["name"]))
    for told in firm["people"]:
        vault.people.save(_person(told))
    me = _person(firm["me"])
    vault.profile.set_me(me)
    return me


def _person(told: Mapping[str, str]) -> Person:
    team = sample_uid(told["team"]) if "team" in told else ""
    return Person(sample_uid(told["key"]), told["name"], told["role"], told["email"], team)


def _add_roles(vault: Vault, roles: Mapping[str, Any], calendar: Calendar) -> None:
    for told in roles["expectations"]:
        person_uid = sample_uid(told["person"])
        expectation = Expectation(sample_uid(told["person"], told["text"]), person_uid, told["text"])
        vault.evidence.save_expectation(expectation)
        for seen in told["evidence"]:
            vault.evidence.save_evidence(_evidence(expectation, seen, calendar))
    vault.scale.set_labels(tuple(roles["scale"]))


def _evidence(expectation: Expectation, seen: Mapping[str, Any], calendar: Calendar) -> Evidence:
    return Evidence(
        uid=sample_uid(expectation.uid, seen["situation"]),
        person_uid=expectation.person_uid,
        expectation_uid=expectation.uid,
        observed_on=calendar.working_day(seen["day"]),
        situation=seen["situation"],
        behaviour=seen["behaviour"],
        impact=seen["impact"],
        leaning=Leaning(seen.get("leaning", Leaning.POSITIVE)),
        sense=Sense(seen.get("sense", Sense.SEEN)),
    )
