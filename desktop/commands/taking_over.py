"""`import` of a file that another manager handed over: all of it, or only what would happen."""

from pathlib import Path
from typing import Any

from desktop.commands.output import GOOD, NO, about, complain, document, line
from desktop.commands.vaults import Chosen, opened
from desktop.flows.people.taking_over import TakeOver, read_take_over, take_over
from desktop.i18n import _, say
from desktop.models.identity import fingerprint
from desktop.presenters.people.transfer_words import arrived_words, newcomer_words, note_title, sender_words


def take_over_file(vault: Chosen, path: Path, dry_run: bool, as_json: bool) -> int:
    """Take over what a file brings, or say what that would do.

    The answer is no for an unknown sender, and where the file contradicts what is here.

    Raises Problem if the file is damaged, for somebody else, or not what its sender signed.
    """
    with opened(vault) as house:
        with about(path):
            plan = read_take_over(house, path)
        refusal = _refused(plan)
        if not (dry_run or refusal):
            take_over(house, plan)
    if as_json:
        document(_document(path, dry_run, plan, refusal))
    else:
        _tell(plan, dry_run, refusal)
    if refusal:
        complain(refusal)
    return NO if refusal else GOOD


def _refused(plan: TakeOver) -> str:
    if plan.refusal:
        return say(plan.refusal)
    if not plan.sender.known:
        unknown = _(
            "Nobody here knows the key of {name}; open the file in the window, and compare its words with them."
        )
        return unknown.format(name=plan.sender.name)
    return ""


def _tell(plan: TakeOver, dry_run: bool, refusal: str) -> None:
    line(_("From {name}: {state}").format(name=plan.sender.name, state=sender_words(plan.sender)[1]))
    for newcomer in plan.people:
        line(f"  {newcomer.told.person.name}: {newcomer_words(newcomer)[1]}")
    for arrived in plan.notes:
        name = arrived.carried.note.content["employee"]["name"]
        line(f"  {name} · {note_title(arrived.carried)}: {arrived_words(arrived)[1]}")
    if not refusal:
        line(_("Nothing was changed.") if dry_run else _("Taken over."))


def _document(path: Path, dry_run: bool, plan: TakeOver, refusal: str) -> dict[str, Any]:
    sender = plan.sender
    return {
        "file": path,
        "dry_run": dry_run,
        "refusal": refusal,
        "transfer": plan.unpacked.parcel.uid,
        "made_at": plan.unpacked.parcel.made_at.isoformat(),
        "sender": {"name": sender.name, "fingerprint": fingerprint(sender.certificate), "known": sender.known},
        "people": [{"name": each.told.person.name, "new": each.new} for each in plan.people],
        "notes": [
            {
                "note": each.carried.note.uid,
                "kind": each.carried.note.kind,
                "revision": each.carried.note.revision,
                "result": "refused" if each.refusal else "here" if each.here and not each.adds else "new",
            }
            for each in plan.notes
        ],
    }
