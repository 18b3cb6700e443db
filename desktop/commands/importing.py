"""`import`: records into the vault, or only what would happen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.commands.output import GOOD, NO, about, complain, document, line
from desktop.commands.vaults import opened
from desktop.flows.importing import ImportPlan, plan_import, run_import
from desktop.flows.record_files import Incoming, Untrusted, read_records
from desktop.i18n import _, say
from desktop.wording import title_of


def import_file(vault: Path | None, path: Path, dry_run: bool, as_json: bool) -> int:
    """Import the records of a file, or say what that would do; raise Problem if it holds no valid record."""
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


def _plans(vault: Path | None, incoming: Sequence[Incoming], dry_run: bool) -> list[ImportPlan]:
    """Plan each record after the ones before it have been imported, as they may bring the same person."""
    plans = []
    with opened(vault) as house:
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
