"""`import`: answers and records into the vault, or only what would happen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.commands.output import GOOD, NO, about, complain, document, line, response_data
from desktop.commands.taking_over import take_over_file
from desktop.commands.vaults import Chosen, opened
from desktop.flows.keys.checking import read_file
from desktop.flows.notes.importing import ImportPlan, plan_import, run_import
from desktop.flows.notes.record_files import TABLES, Incoming, Untrusted, read_records
from desktop.flows.notes.returning import Homecoming, examine, keep, note_of
from desktop.flows.people.taking_over import is_handed_over
from desktop.flows.performance.sheet_return import SheetArrival, SheetHome, examine_sheet, keep_sheet, sheet_here
from desktop.i18n import _, say
from desktop.models.response import Arrival
from desktop.presenters.notes.arrival_words import arrival_words
from desktop.presenters.performance.sheet_words import arrival_notice
from desktop.wording import title_of


def import_file(vault: Chosen, path: Path, dry_run: bool, as_json: bool) -> int:
    """Take in what a file brings, or say what that would do.

    An answer to a note here, the records of others, or what another manager handed over. Raises Problem if it is none.
    """
    if is_handed_over(path):
        return take_over_file(vault, path, dry_run, as_json)
    sheet = _sheet_home(vault, path, dry_run)
    if sheet is not None:
        return _tell_sheet(path, sheet, dry_run, as_json)
    home = _came_home(vault, path, dry_run)
    if home is not None:
        return _tell_home(path, home, dry_run, as_json)
    return _import_records(vault, path, dry_run, as_json)


def _import_records(vault: Chosen, path: Path, dry_run: bool, as_json: bool) -> int:
    try:
        with about(path):
            incoming = read_records(path)
    except Untrusted as refusal:
        complain(say(refusal))
        if as_json:
            document(_document(path, dry_run, (), say(refusal)))
        return NO
    plans = _plans(vault, incoming, dry_run)
    if as_json:
        document(_document(path, dry_run, plans, ""))
    for plan in plans:
        if plan.refusal:
            complain(say(plan.refusal))
        elif not as_json:
            line(_told(plan, dry_run))
    return NO if any(plan.refusal for plan in plans) else GOOD


def _pdf(path: Path) -> bytes | None:
    """Return what a file holds if it is a PDF, else None."""
    if path.suffix.lower() in TABLES:
        return None
    data = read_file(path)
    return data if b"%PDF-" in data[:1024] else None


def _came_home(vault: Chosen, path: Path, dry_run: bool) -> Homecoming | None:
    """Return what a PDF brings to a note of this vault, None if it is none of its notes, or brings nothing."""
    with about(path):
        data = _pdf(path)
        if data is None:
            return None
        with opened(vault, exclusive=not dry_run) as house:
            if note_of(house, data) is None:
                return None
            home = examine(house, data)
            return home if dry_run else keep(house, home, data, path.name)


def _sheet_home(vault: Chosen, path: Path, dry_run: bool) -> tuple[SheetHome, str] | None:
    """Return what a preparation sheet of this vault brings, and from whom; None if the file is none."""
    with about(path):
        data = _pdf(path)
        if data is None:
            return None
        with opened(vault, exclusive=not dry_run) as house:
            if sheet_here(house, data) is None:
                return None
            home = examine_sheet(house, data, path.name)
            name = house.people.person(home.conversation.person_uid).name
            return (home if dry_run else keep_sheet(house, home)), name


def _tell_sheet(path: Path, found: tuple[SheetHome, str], dry_run: bool, as_json: bool) -> int:
    home, name = found
    notice = arrival_notice(home, name)
    if as_json:
        told = {"file": path, "dry_run": dry_run, "conversation": home.conversation.uid, "arrival": home.arrival}
        document({**told, "reasons": [notice.text]})
    else:
        line(notice.text)
    return NO if home.arrival is SheetArrival.EMPTY else GOOD


def _tell_home(path: Path, home: Homecoming, dry_run: bool, as_json: bool) -> int:
    returned, note = home.returned, home.note
    name = note.content["employee"]["name"] if note else ""
    panel = arrival_words(returned, name, home.key_changed)
    if as_json:
        told = {"file": path, "dry_run": dry_run, "note": note.uid if note else "", "arrival": returned.arrival}
        document({**told, "response": response_data(returned.reply), "reasons": panel.reasons})
        return NO if returned.arrival in _NOT_GOOD else GOOD
    if returned.arrival in _REFUSED:
        complain(" ".join((f"{path}: {panel.headline}.", *panel.reasons)))
        return NO
    for words in (panel.headline, panel.explanation, *panel.reasons, panel.advice):
        line(words)
    for label, words in panel.answer:
        line(f"  {label}: {words}")
    return NO if returned.arrival in _NOT_GOOD else GOOD


_REFUSED = (Arrival.NOT_OURS, Arrival.ALTERED)
_NOT_GOOD = (*_REFUSED, Arrival.RESAVED, Arrival.UNKNOWN_SIGNER)


def _plans(vault: Chosen, incoming: Sequence[Incoming], dry_run: bool) -> list[ImportPlan]:
    """Plan each record after the ones before it have been imported, as they may bring the same person."""
    plans = []
    with opened(vault, exclusive=not dry_run) as house:
        for each in incoming:
            plan = plan_import(house, each.record)
            plans.append(plan)
            if not (dry_run or plan.refusal):
                run_import(house, plan, each.pdf)
    return plans


def _document(path: Path, dry_run: bool, plans: Sequence[ImportPlan], refusal: str) -> dict[str, Any]:
    return {"file": path, "dry_run": dry_run, "refusal": refusal, "records": [_data(plan) for plan in plans]}


def _data(plan: ImportPlan) -> dict[str, Any]:
    return {
        "note": plan.note.uid,
        "kind": plan.note.kind,
        "revision": plan.note.revision,
        "digest": plan.note.digest,
        "person": plan.person.name,
        "new_person": plan.new_person,
        "result": _result(plan),
        "reason": say(plan.refusal) if plan.refusal else "",
    }


def _result(plan: ImportPlan) -> str:
    if plan.refusal:
        return "refused"
    return "here" if plan.here else "new"


def _told(plan: ImportPlan, dry_run: bool) -> str:
    title, name = title_of(plan.note.kind, plan.note.stage), plan.person.name
    if plan.here:
        return _("Here already: {title}, {name}").format(title=title, name=name)
    who = _("{name} (new in this vault)").format(name=name) if plan.new_person else name
    sentence = _("Would be imported: {title}, {name}") if dry_run else _("Imported: {title}, {name}")
    return sentence.format(title=title, name=who)
