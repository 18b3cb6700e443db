"""`verify`: who signed, when, and whether it is as it was signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.commands.output import GOOD, NO, WRONG, about, complain, document, line
from desktop.commands.vaults import opened
from desktop.documents.certificates import read_certificates
from desktop.flows.checking import check_file, read_file, trusted_of
from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.models.verdict import Outcome, SignatureFound, Verdict
from desktop.places import default_vault
from desktop.presenters.verdict_words import SignatureWords, verdict_words


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


def verify(files: Sequence[Path], trust: Sequence[Path], vault: Path | None, as_json: bool) -> int:
    """Judge every file, print what was found, return the worst exit code; raise Problem for a bad `trust`."""
    expected = _expected(trust, vault)
    judged = [_judge(path, expected) for path in files]
    if as_json:
        document([_data(each) for each in judged])
    for each in judged:
        if each.verdict is None:
            complain(f"{each.path}: {each.problem}")
        elif not as_json:
            _tell(each.path, each.verdict)
    return max(each.code for each in judged)


def _expected(trust: Sequence[Path], vault: Path | None) -> tuple[bytes, ...]:
    """Return who is expected to have signed: the certificates named, else those the vault knows, if any."""
    if trust:
        return tuple(certificate for path in trust for certificate in _certificates(path))
    from desktop.storage.vault import Vault

    if vault is None and not Vault.exists(default_vault()):
        return ()
    try:
        with opened(vault) as house:
            return trusted_of(house)
    except Problem as problem:
        if vault is not None:
            raise
        sentence = _("Nobody is known here, because your vault cannot be opened: {reason}")
        complain(sentence.format(reason=say(problem)))
        return ()


def _certificates(path: Path) -> tuple[bytes, ...]:
    with about(path):
        return read_certificates(read_file(path))


def _judge(path: Path, expected: tuple[bytes, ...]) -> Judged:
    try:
        return Judged(path, check_file(path, expected))
    except Problem as problem:
        return Judged(path, problem=say(problem))


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
        "response": None,
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
    for found in panel.signatures:
        _tell_signature(found)


def _tell_signature(found: SignatureWords) -> None:
    line("  " + _("Signature: {who} ({role})").format(who=found.who, role=found.role))
    line(f"    {found.when}")
    line(f"    {found.state}")
    line("    " + _("Fingerprint: {print}").format(print=found.fingerprint))
