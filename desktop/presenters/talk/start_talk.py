"""What the two ways of starting a talk share: guides to choose from, and a word about the day."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.talk.talk_days import near_talk, other_kind
from desktop.i18n import _
from desktop.models.conversation import Conversation, State
from desktop.models.guide import Guide, Kind, Stage
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.sentences import is_sentence
from desktop.models.talk_days import DayReason, HeldOn, days_apart
from desktop.models.typed import day_of, is_blank
from desktop.wording import day, stage_name

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


def too_close(vault: "Vault", kind: Kind, stage: Stage, person_uid: str, held_on: str) -> str:
    """Return a calm word if a talk of the other kind lies too close to the typed day, else ""."""
    try:
        typed = day_of(held_on)
    except Problem:
        return ""
    near = near_talk(vault, kind, stage, person_uid, typed)
    return near_words(kind, stage, near) if near else ""


def near_words(kind: Kind, stage: Stage, near: HeldOn) -> str:
    """Return which talk of the other kind lies too close to one of this kind and stage, and what helps."""
    sentence = {
        Kind.OKR: _("You two have an OKR conversation on {day} ({stage})."),
        Kind.PERFORMANCE: _("You two have a performance conversation on {day} ({stage})."),
    }[other_kind(kind)]
    if days_apart(kind, stage, near.stage) == 1:
        helps = _("On one day, one colours the other: choose another day, the next is enough, or say why not.")
    else:
        helps = _(
            "With a week between reflect & reset and a performance conversation, both stay honest: choose another "
            "day, or say why not."
        )
    return f"{sentence.format(day=day(near.day), stage=stage_name(near.stage))} {helps}"


def needs_reason() -> str:
    """Return what is said at a reason that is missing."""
    return _("Please say why they lie so close, in a sentence of three words at least.")


def says_why(reason: str) -> bool:
    """Tell whether a reason says anything: it stays with the talk, and a dot tells nobody why."""
    return is_sentence(reason)


def keep_reason(vault: "Vault", begun: Conversation, reason: str) -> None:
    """Keep why a talk lies close to another one, with the talk."""
    if not is_blank(reason):
        vault.conversations(begun.kind).keep_day_reason(DayReason(begun.uid, reason.strip(), now()))


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
