"""What a verification found, in words that a manager understands; the same on screen and command line."""

import json
from dataclasses import dataclass
from datetime import date

from desktop.i18n import _
from desktop.models.guide import Kind, Stage
from desktop.models.verdict import Outcome, SignatureFound, Verdict
from desktop.presenters.notes.reply_words import reply_words
from desktop.presenters.notice import Tone
from desktop.wording import day, isolated, moment, outcome_name, spoken, title_of


@dataclass(frozen=True, slots=True)
class SignatureWords:
    """One signature in words; `tone` says how it looks, `state` says it, `spoken` is what two people compare."""

    who: str
    role: str
    when: str
    state: str
    tone: Tone
    fingerprint: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class VerdictPanel:
    """The answer to "can I trust this file?": what was found, what it means, what to do."""

    file: str
    tone: Tone
    headline: str
    explanation: str
    advice: str
    about: str
    signatures: tuple[SignatureWords, ...]
    reasons: tuple[str, ...]
    answer: tuple[tuple[str, str], ...] = ()


def verdict_words(verdict: Verdict) -> VerdictPanel:
    """Return `verdict` in finished words."""
    tone, headline, explanation, advice = _answer(verdict)
    return VerdictPanel(
        file=verdict.file,
        tone=tone,
        headline=headline,
        explanation=explanation,
        advice=advice,
        about=_about(verdict),
        signatures=tuple(_signature(found) for found in verdict.signatures),
        reasons=tuple(_(reason) for reason in verdict.reasons),
        answer=reply_words(verdict.reply),
    )


def _answer(verdict: Verdict) -> tuple[Tone, str, str, str]:
    return {
        Outcome.INTACT: _intact,
        Outcome.UNKNOWN_SIGNER: _unknown,
        Outcome.ALTERED: _altered,
        Outcome.NOT_SIGNED: _not_signed,
    }[verdict.outcome](verdict)


def _intact(verdict: Verdict) -> tuple[Tone, str, str, str]:
    known = all(found.trusted for found in verdict.signatures)
    who = ", ".join(dict.fromkeys(found.signer for found in verdict.signatures))
    return (
        Tone.GOOD,
        outcome_name(verdict.outcome),
        _("This file is exactly as it was signed by {who}.").format(who=who),
        _("Keep the file as it is: a printed or newly saved copy carries no signature any more.")
        if known
        else _("To be sure who signed it, compare the fingerprint below with {who}, by phone or face to face.").format(
            who=who
        ),
    )


def _unknown(verdict: Verdict) -> tuple[Tone, str, str, str]:
    return (
        Tone.WARN,
        outcome_name(verdict.outcome),
        _("Nothing was changed after signing. Who signed it is not somebody you have checked before."),
        _("Compare the fingerprint below with the signer, by phone or face to face. Every group must agree."),
    )


def _altered(verdict: Verdict) -> tuple[Tone, str, str, str]:
    return (
        Tone.BAD,
        outcome_name(verdict.outcome),
        _("What you read here may not be what was signed."),
        _("Do not rely on it. Ask the signer for the original file and keep this one to compare."),
    )


def _not_signed(verdict: Verdict) -> tuple[Tone, str, str, str]:
    return (
        Tone.BAD,
        outcome_name(verdict.outcome),
        _("Nobody can tell from this file who wrote it or whether it was changed."),
        _("Ask for the signed file. Printing, scanning or saving a PDF anew takes its signature away."),
    )


def _signature(found: SignatureFound) -> SignatureWords:
    return SignatureWords(
        who=found.signer or _("Name not given"),
        role=_role(found.role),
        when=_when(found),
        state=_state(found),
        tone=_tone(found),
        fingerprint=_grouped(found.fingerprint),
        spoken=spoken(found.certificate) if found.certificate else "",
    )


def _when(found: SignatureFound) -> str:
    if found.stamped_at:
        return _("{when}, seen by a timestamp authority").format(when=moment(found.stamped_at))
    return _("{when} by the signer's clock").format(when=moment(found.time)) if found.time else _("Time not given")


def _state(found: SignatureFound) -> str:
    if not found.intact:
        return _("Does not fit the file")
    if found.one_time:
        here = _("Unchanged, signed in the room on this machine")
        return here if found.trusted else _("Unchanged, with a key made for this one signature")
    return _known(found) if found.trusted else _("Unchanged, signer not checked")


def _known(found: SignatureFound) -> str:
    if found.issuer:
        return _("Unchanged, vouched for by {root}").format(root=isolated(found.issuer))
    return _("Unchanged, signer known")


def _tone(found: SignatureFound) -> Tone:
    if not found.intact:
        return Tone.BAD
    return Tone.GOOD if found.trusted else Tone.INFO


def _role(role: str) -> str:
    return {"manager": _("Manager"), "employee": _("Employee"), "witness": _("Witness")}.get(role, role)


def _grouped(fingerprint: str) -> str:
    digits = "".join(fingerprint.split()).upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _about(verdict: Verdict) -> str:
    """Return which talk an unaltered file records; "" where its record is none of ours."""
    if not verdict.intact or not verdict.record:
        return ""
    try:
        told = json.loads(verdict.record)
        title = title_of(Kind(told["kind"]), Stage(told["stage"]))
        return _("{title}: {manager} and {employee}, {day}").format(
            title=title,
            manager=isolated(told["manager"]["name"]),
            employee=isolated(told["employee"]["name"]),
            day=day(date.fromisoformat(told["held_on"])),
        )
    except (KeyError, TypeError, ValueError):
        return ""
