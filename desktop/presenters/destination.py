"""Where a click can lead; the window turns a destination into a screen."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.suffix import HANDED_OVER


class Place(StrEnum):
    """The screens of the program."""

    FIRST_RUN = "first-run"
    HOME = "home"
    SEARCH = "search"
    OVERVIEW = "overview"
    CAPTURE = "capture"
    PEOPLE = "people"
    PERSON = "person"
    OKRS = "okrs"
    CONVERSATION = "conversation"
    PREPARE = "prepare"
    REVIEW = "review"
    NOTES = "notes"
    NOTE = "note"
    VERIFY = "verify"
    RESPOND = "respond"
    SETTINGS = "settings"
    IDENTITY = "identity"
    PERSON_KEY = "person-key"
    RIGHTS = "rights"
    RETENTION = "retention"
    BACKUPS = "backups"
    TRANSFER = "transfer"
    TAKE_OVER = "take-over"
    ROLLOUT = "rollout"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place and what to show there: `uid` of the person, conversation or note, `kind` where it matters.

    `path` is a file for the verify screen, or what else a screen documents. CAPTURE is a form over the present screen:
    `uid` is whom it is about, `path` the observation to correct.
    """

    place: Place
    uid: str = ""
    kind: str = ""
    path: str = ""


def dropped(path: str) -> Destination:
    """Return where a file that was dropped is looked at: what another manager handed over, or anything else."""
    place = Place.TAKE_OVER if path.lower().endswith(HANDED_OVER) else Place.VERIFY
    return Destination(place, path=path)
