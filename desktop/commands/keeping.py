"""`backup`, `restore` and `doctor`: a vault kept safe, brought back, looked at."""

from pathlib import Path

from desktop.commands.output import GOOD, NO, complain, document, line
from desktop.commands.vaults import Chosen, opened
from desktop.flows.vault.doctoring import examine_vault
from desktop.i18n import _, ngettext
from desktop.models.problems import Problem
from desktop.storage.backups import contents, make_backup
from desktop.storage.keys.unlocking import Shut, shut
from desktop.storage.opening import FILE_NAME
from desktop.storage.restoring import restore


def back_up(vault: Chosen, into: Path, as_json: bool) -> int:
    """Make a backup of a vault in the folder `into`, while others may work in it; raise Problem if that fails."""
    with opened(vault, exclusive=False) as house:
        made = make_backup(house.folder, house.key, into)
        held = contents(made.file, house.key)
    if as_json:
        day = held.last_day.isoformat() if held.last_day else ""
        told = {"people": held.people, "drafts": held.drafts, "notes": held.notes, "last_day": day}
        document({"backup": made.path, "made_at": made.made_at.isoformat(), "bytes": made.size, **told})
        return GOOD
    line(_("A backup is in {path}. It is encrypted; passphrase or recovery key open it.").format(path=made.path))
    return GOOD


def bring_back(backup: Path, vault: Path | None, passphrase_file: Path | None, as_json: bool) -> int:
    """Put a backup (its folder, or the database in it) in the place of a vault; raise Problem if that fails."""
    folder = backup.parent if backup.name == FILE_NAME else backup
    if shut(folder) in (Shut.NONE, Shut.PLAIN):
        raise Problem("There is no backup in “{folder}”; name the folder that “backup” made.", folder=folder)
    target = Chosen(vault).folder
    kept = restore(folder, Chosen(folder, passphrase_file).key, target)
    if as_json:
        document({"vault": target, "restored": folder, "kept": kept.path if kept else ""})
        return GOOD
    line(_("Restored into {vault}.").format(vault=target))
    if kept:
        line(_("What was there is kept as a backup: {path}").format(path=kept.path))
    return GOOD


def look_at(vault: Chosen, as_json: bool) -> int:
    """Look at a vault thoroughly; return NO if something is wrong with it."""
    with opened(vault, exclusive=False) as house:
        found = examine_vault(house)
    if as_json:
        counts = {"stored_pdfs": found.looked_at, "backups": found.backups}
        document(
            {"vault": vault.folder, "sound": not found.wrong, "wrong": found.wrong, "hints": found.hints, **counts}
        )
        return NO if found.wrong else GOOD
    for sentence in found.wrong:
        complain(sentence)
    for sentence in found.hints:
        line(_("Worth knowing: {sentence}").format(sentence=sentence))
    if found.wrong:
        return NO
    pdfs = ngettext("{n} stored PDF", "{n} stored PDFs", found.looked_at).format(n=found.looked_at)
    made = ngettext("{n} backup", "{n} backups", found.backups).format(n=found.backups)
    line(_("All is well: the file, its seals, {pdfs}, {backups}.").format(pdfs=pdfs, backups=made))
    return GOOD
