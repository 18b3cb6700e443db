"""What a returned file turned out to be, in words: the verdict, why, and what to do now."""

from dataclasses import dataclass

from desktop.i18n import _
from desktop.models.response import Arrival, Returned
from desktop.presenters.notes.reply_words import reply_words
from desktop.presenters.notice import Tone


@dataclass(frozen=True, slots=True)
class ArrivalPanel:
    """One returned file. `fingerprint` is set where it is to be compared; `changed` marks a person's new key."""

    tone: Tone
    headline: str
    explanation: str
    advice: str
    reasons: tuple[str, ...]
    answer: tuple[tuple[str, str], ...]
    fingerprint: str = ""
    changed: bool = False


def arrival_words(returned: Returned, name: str, changed: bool = False) -> ArrivalPanel:
    """Return what came back from the person called `name`; `changed`: they are known by another key than this one."""
    if changed:
        tone, headline, explanation, advice = _changed_key(name)
    else:
        tone, headline, explanation, advice = _WORDS[returned.arrival](returned.signer or name)
    return ArrivalPanel(
        tone=tone,
        headline=headline,
        explanation=explanation,
        advice=advice,
        reasons=tuple(_(reason) for reason in returned.reasons),
        answer=reply_words(returned.reply),
        fingerprint=returned.fingerprint if returned.arrival is Arrival.UNKNOWN_SIGNER else "",
        changed=changed,
    )


Words = tuple[Tone, str, str, str]


def _unchanged(name: str) -> Words:
    return (
        Tone.INFO,
        _("Unchanged"),
        _("This is the note as you gave it away; {name} has not answered in it.").format(name=name),
        _("If an answer was meant to be in it, ask {name} to save the file after typing and send it again.").format(
            name=name
        ),
    )


def _known(name: str) -> Words:
    return (
        Tone.INFO,
        _("Nothing new"),
        _("What this file says is with the note already."),
        _("If {name} meant to change the answer, ask for the newest file.").format(name=name),
    )


def _answered(name: str) -> Words:
    return (
        Tone.GOOD,
        _("Answered, not signed"),
        _("The note is unchanged and holds an answer. Nobody signed it, so nothing proves who wrote it."),
        _("The answer is kept with the note. If you both want proof, ask {name} to sign it.").format(name=name),
    )


def _signed(name: str) -> Words:
    return (
        Tone.GOOD,
        _("Answered and signed"),
        _("{name} signed the answer with the key that you know. Nothing was changed since.").format(name=name),
        _("The file is kept with the note. You both hold the same copy."),
    )


def _witnessed(name: str) -> Words:
    return (
        Tone.INFO,
        _("Declined, with a witness"),
        _("{name} signed as a witness that the employee did not want to sign.").format(name=name),
        _("Not signing changes nothing about the note. A statement that comes later can be attached."),
    )


def _unknown(name: str) -> Words:
    return (
        Tone.WARN,
        _("Signed by someone unknown"),
        _("The answer is unchanged since it was signed as {name}. You do not know this key yet.").format(name=name),
        _("Read the words below to each other, by phone or face to face. If they agree, say so here."),
    )


def _changed_key(name: str) -> Words:
    return (
        Tone.BAD,
        _("{name} signed with another key than before").format(name=name),
        _("Either {name} has a new key (a new laptop, say), or somebody else signed in this name.").format(name=name),
        _("Ask in person, not by reply to the message the file came with. Only if the words below agree, trust it."),
    )


def _resaved(name: str) -> Words:
    return (
        Tone.WARN,
        _("Saved anew: the signature is destroyed"),
        _("A program wrote the file again. The answer can be read, but nothing proves that it is unchanged."),
        _("It is kept as unsigned text. Ask {name} to answer in the original file with another reader.").format(
            name=name
        ),
    )


def _altered(name: str) -> Words:
    return (
        Tone.BAD,
        _("Altered: not taken in"),
        _("Something other than the answer was changed in this file."),
        _("Keep the file, and ask {name} how it was made. Your own copy of the note is untouched.").format(name=name),
    )


def _not_ours(_name: str) -> Words:
    return (
        Tone.WARN,
        _("Not an answer to this note"),
        _("Nothing was taken in."),
        _("Check that it is the right file, and drop it once more."),
    )


_WORDS = {
    Arrival.UNCHANGED: _unchanged,
    Arrival.KNOWN: _known,
    Arrival.ANSWERED: _answered,
    Arrival.SIGNED: _signed,
    Arrival.WITNESSED: _witnessed,
    Arrival.UNKNOWN_SIGNER: _unknown,
    Arrival.RESAVED: _resaved,
    Arrival.ALTERED: _altered,
    Arrival.NOT_OURS: _not_ours,
}
