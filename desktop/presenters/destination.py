"""Where a click can lead; the window turns a destination into a screen."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """The screens of the program."""

    FIRST_RUN = "first-run"
    HOME = "home"
    PEOPLE = "people"
    PERSON = "person"
    OKRS = "okrs"
    CONVERSATION = "conversation"
    REVIEW = "review"
    NOTES = "notes"
    NOTE = "note"
    VERIFY = "verify"
    RESPOND = "respond"
    SETTINGS = "settings"
    IDENTITY = "identity"
    PERSON_KEY = "person-key"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place and what to show there: `uid` of the person, conversation or note, `kind` where it matters.

    `path` is a file for the verify screen, or what else a screen documents.
    """

    place: Place
    uid: str = ""
    kind: str = ""
    path: str = ""
