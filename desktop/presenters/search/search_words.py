"""How the search says what it found and where that stands."""

from collections.abc import Mapping

from desktop.i18n import _
from desktop.models.search import Hit, Source, Standing
from desktop.wording import isolated

GROUPS: Mapping[str, tuple[Source, ...]] = {
    "": (),
    "said": (Source.EMPLOYEE, Source.MANAGER, Source.SHEET, Source.NOTE),
    "private": (Source.PRIVATE_NOTE,),
    "promised": (Source.COMMITMENT,),
    "came-back": (Source.RESPONSE, Source.DECLINE, Source.REBUTTAL),
    "observed": (Source.EXPECTATION, Source.EVIDENCE),
    "okrs": (Source.OBJECTIVE, Source.KEY_RESULT, Source.CHECK_IN, Source.LEARNING),
    "facts": (Source.FACT,),
    "people": (Source.PERSON,),
}
"""What can be chosen to be searched alone."""

ICONS: Mapping[Source, str] = {
    Source.EMPLOYEE: "quote",
    Source.MANAGER: "message-square",
    Source.PRIVATE_NOTE: "lock",
    Source.SHEET: "list-checks",
    Source.COMMITMENT: "handshake",
    Source.NOTE: "file-check",
    Source.RESPONSE: "pen-line",
    Source.DECLINE: "circle-x",
    Source.REBUTTAL: "file-text",
    Source.EXPECTATION: "list-checks",
    Source.EVIDENCE: "eye",
    Source.OBJECTIVE: "target",
    Source.KEY_RESULT: "flag",
    Source.CHECK_IN: "trending-up",
    Source.LEARNING: "sprout",
    Source.PERSON: "user",
    Source.FACT: "share-2",
}


def group_names(limited: bool) -> tuple[tuple[str, str], ...]:
    """Return the choices as (key, label); `limited` leaves out what only the OKR side has."""
    return (
        ("", _("Everything")),
        ("said", _("What was said")),
        ("private", _("Private notes")),
        ("promised", _("Commitments")),
        ("came-back", _("Answers to notes")),
        ("observed", _("Expectations and examples")),
        ("facts", _("Shared facts")) if limited else ("okrs", _("OKRs and learnings")),
        ("people", _("People")),
    )


def source_name(source: Source, first_name: str) -> str:
    """Return what a found text is; `first_name` is whose, "" where it is nobody's."""
    if source is Source.EMPLOYEE:
        return _("What {name} said").format(name=isolated(first_name)) if first_name else _("What they said")
    return {
        Source.MANAGER: _("What you said"),
        Source.PRIVATE_NOTE: _("Private note"),
        Source.SHEET: _("Preparation sheet that came back"),
        Source.COMMITMENT: _("Commitment"),
        Source.NOTE: _("Note"),
        Source.RESPONSE: _("Answer to a note"),
        Source.DECLINE: _("Not signed"),
        Source.REBUTTAL: _("Statement that came later"),
        Source.EXPECTATION: _("What the role asks"),
        Source.EVIDENCE: _("Example"),
        Source.OBJECTIVE: _("Objective"),
        Source.KEY_RESULT: _("Key result"),
        Source.CHECK_IN: _("Check-in"),
        Source.LEARNING: _("Learning"),
        Source.PERSON: _("Person"),
        Source.FACT: _("Shared fact"),
    }[source]


def standing_name(hit: Hit) -> str:
    """Return whether a found text is a draft or sealed, "" where it is neither."""
    if hit.standing is Standing.DRAFT:
        return _("Correction in draft") if hit.correction else _("Draft")
    if hit.revision > 1:
        return _("Sealed, revision {n}").format(n=hit.revision)
    return _("Sealed") if hit.standing is Standing.SEALED else ""
