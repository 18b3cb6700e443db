"""`verify`: who signed, when, and whether it is as it was signed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.commands.output import GOOD, INTERRUPTED, NO, WRONG, about, complain, document, line, response_data
from desktop.commands.progress import show_progress, stoppable
from desktop.commands.vaults import Chosen, opened
from desktop.documents.keys.certificates import read_certificates
from desktop.flows.keys.checking import read_file
from desktop.flows.keys.known import NOBODY, Known
from desktop.flows.keys.trusting import known_to
from desktop.flows.notes.bulk import check_found
from desktop.flows.notes.pdf_folder import Found, pdfs_below
from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, SignatureFound, Verdict
from desktop.presenters.notes.verdict_words import SignatureWords, verdict_words


@dataclass(frozen=True, slots=True)
class Judged:
    """One file with its verdict, or with the sentence that says why there is none."""

    path: Path
    verdict: Verdict | None = None
    problem: str = ""

    @property
    def code(self) -> int:
        """The exit code that this file alone would have."""
        if self.verdict is None:
            return WRONG
        return GOOD if self.verdict.outcome is Outcome.INTACT else NO


def verify(files: Sequence[Path], trust: Sequence[Path], vault: Chosen, as_json: bool) -> int:
    """Judge every file and every PDF of every folder, print what was found, return the worst exit code.

    Ctrl+C stops it after the file at hand; what was found until then is printed. Raises Problem for a bad `trust`.
    """
    expected = _expected(trust, vault)
    found = [each for path in files for each in _files_of(path)]
    codes, told = [GOOD], []
    with stoppable() as stopped:
        for judged in _judged(found, expected, stopped):
            codes.append(judged.code)
            _say(judged, as_json)
            told += [_data(judged)] if as_json else []
    if as_json:
        document(told)
    if len(codes) <= len(found):
        complain(_("Stopped after {done} of {total}.").format(done=len(codes) - 1, total=len(found)))
        return INTERRUPTED
    return max(codes)


def _files_of(path: Path) -> Sequence[Found]:
    """Return the file that was named, or every PDF of the folder that was."""
    if not path.is_dir():
        return (Found(path, path.name),)
    try:
        return pdfs_below(path)
    except Problem as problem:
        return (Found(path, path.name, say(problem)),)


def _judged(found: Sequence[Found], expected: Known, stopped: Callable[[], bool]) -> Iterator[Judged]:
    for done, each in enumerate(found):
        if stopped():
            return
        show_progress(done, len(found), each.name)
        judged = _judge(each, expected)
        show_progress(done, len(found), "")
        yield judged


def _say(judged: Judged, as_json: bool) -> None:
    if judged.verdict is None:
        complain(f"{judged.path}: {judged.problem}")
    elif not as_json:
        _tell(judged.path, judged.verdict)


def _expected(trust: Sequence[Path], vault: Chosen) -> Known:
    """Return who is expected to have signed: the certificates named, else those the vault knows, if any."""
    if trust:
        named = tuple(certificate for path in trust for certificate in _certificates(path))
        return Known(named, named)  # a root among them vouches for others
    from desktop.storage.vault import Vault

    if not vault.named and not Vault.exists(vault.folder):
        return NOBODY
    try:
        with opened(vault, exclusive=False) as house:
            return known_to(house)
    except Problem as problem:
        if vault.named:
            raise
        sentence = _("Nobody is known here, because your vault cannot be opened: {reason}")
        complain(sentence.format(reason=say(problem)))
        return NOBODY


def _certificates(path: Path) -> tuple[bytes, ...]:
    with about(path):
        return read_certificates(read_file(path))


def _judge(found: Found, expected: Known) -> Judged:
    try:
        return Judged(found.path, check_found(found, expected))
    except Problem as problem:
        return Judged(found.path, problem=say(problem))


def _data(judged: Judged) -> dict[str, Any]:
    verdict = judged.verdict
    if verdict is None:
        found: dict[str, Any] = {"verdict": "unreadable", "intact": False, "signatures": []}
        return {"file": judged.path, **found, "response": None, "reasons": [judged.problem]}
    return {
        "file": judged.path,
        "verdict": verdict.outcome,
        "intact": verdict.intact,
        "signatures": [_signature(found) for found in verdict.signatures],
        "response": response_data(verdict.reply),
        "reasons": [_(reason) for reason in verdict.reasons],
    }


def _signature(found: SignatureFound) -> dict[str, Any]:
    return {
        "signer": found.signer,
        "role": found.role,
        "time": found.time.isoformat() if found.time else None,
        "intact": found.intact,
        "trusted": found.trusted,
        "fingerprint": found.fingerprint,
    }


def _tell(path: Path, verdict: Verdict) -> None:
    panel = verdict_words(verdict)
    line(f"{path}: {panel.headline}")
    for text in (panel.about, panel.explanation, *panel.reasons, panel.advice):
        if text:
            line(f"  {text}")
    for label, words in panel.answer:
        line(f"  {label}: {words}")
    for found in panel.signatures:
        _tell_signature(found)


def _tell_signature(found: SignatureWords) -> None:
    line("  " + _("Signature: {who} ({role})").format(who=found.who, role=found.role))
    line(f"    {found.when}")
    line(f"    {found.state}")
    if found.spoken:
        line("    " + _("In words: {words}").format(words=" ".join(found.spoken.split())))
    line("    " + _("Fingerprint: {print}").format(print=found.fingerprint))
