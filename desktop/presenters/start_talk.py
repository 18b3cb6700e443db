"""What the two ways of starting a talk share: guides to choose from, and a word about the day."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import State
from desktop.models.guide import Guide, Kind, Stage
from desktop.models.problems import Problem
from desktop.models.typed import day_of
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault

Choices = tuple[tuple[str, str], ...]


def guide_choices(shelf: "GuideShelf", kind: Kind, stage: Stage) -> Choices:
    """Return the guides of a stage as (id, label)."""
    label = _("{title} · {minutes} minutes")
    return tuple((g.id, label.format(title=g.title, minutes=g.minutes)) for g in shelf.for_stage(kind, stage))


def chosen_guide(shelf: "GuideShelf", kind: Kind, stage: Stage, guide_id: str) -> Guide:
    """Return the guide with this id, else the first of the stage; raise Problem if the stage has none."""
    guides = shelf.for_stage(kind, stage)
    if not guides:
        raise Problem("There is no guide for this talk; see the guides folder under Settings.")
    return next((guide for guide in guides if guide.id == guide_id), guides[0])


def other_kind_that_day(vault: "Vault", other: Kind, person_uid: str, held_on: str) -> str:
    """Return a calm word if the two already have a talk of the other kind on the typed day, else ""."""
    try:
        typed = day_of(held_on)
    except Problem:
        return ""
    if all(talk.held_on != typed for talk in vault.conversations(other).conversations(person_uid=person_uid)):
        return ""
    sentence = {
        Kind.OKR: _("You two have an OKR conversation on {day}. A few days apart, both stay honest."),
        Kind.PERFORMANCE: _("You two have a performance conversation on {day}. A few days apart, both stay honest."),
    }[other]
    return sentence.format(day=day(typed))


def open_draft(vault: "Vault", kind: Kind, person_uid: str) -> str:
    """Return a word about a draft of this kind that waits already, else ""."""
    talks = vault.conversations(kind).conversations(person_uid=person_uid, state=State.DRAFT)
    begun = [talk.held_on for talk in talks if not talk.corrects]
    if not begun:
        return ""
    return _("A draft of {day} waits below; you can go on there instead.").format(day=day(max(begun)))


def quarter_of(when: date) -> tuple[str, date, date]:
    """Return name, first and last day of the calendar quarter of `when`."""
    quarter = (when.month - 1) // 3
    first = date(when.year, quarter * 3 + 1, 1)
    after = date(when.year + quarter // 3, (quarter * 3 + 3) % 12 + 1, 1)
    return f"Q{quarter + 1} {when.year}", first, date.fromordinal(after.toordinal() - 1)
