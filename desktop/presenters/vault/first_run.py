"""The first start: who am I, and where will this lie?"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.i18n import _
from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.places import looks_synced
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.people.person_form import PersonForm, read_person


@dataclass(frozen=True, slots=True)
class Submission:
    """What is needed to begin: where the vault will lie and whose it is."""

    folder: Path
    person: Person


@dataclass(frozen=True, slots=True)
class FirstRunScreen:
    """The form, the folder and what to know about it, and what is being done (`busy`, "" for nothing)."""

    title: str
    intro: str
    form: PersonForm
    identity: str
    folder: str
    folder_hint: str
    folder_warning: str
    sample_hint: str
    respond_hint: str
    busy: str = ""
    notice: Notice | None = None


class FirstRunPresenter:
    """Asks who you are and where the vault will lie; `sample` makes a vault with an invented firm."""

    def __init__(self, sample: Callable[[], Path], folder: Path) -> None:
        self._sample = sample
        self._folder = folder
        self._form = PersonForm()

    def open(self) -> FirstRunScreen:
        """Show the screen with what was typed so far."""
        return self._screen()

    def choose_folder(self, folder: Path, form: PersonForm) -> FirstRunScreen:
        """Take another folder for the vault."""
        self._folder, self._form = folder, form
        return self._screen()

    def submit(self, form: PersonForm) -> Submission | FirstRunScreen:
        """Return what to create, or the screen with what is missing."""
        typed = read_person(form, new_uid())
        if isinstance(typed, PersonForm):
            self._form = typed
            return self._screen()
        self._form = form
        return Submission(self._folder, typed)

    def sampling(self, form: PersonForm) -> FirstRunScreen:
        """Show that the sample firm is being made."""
        self._form = form
        return self._screen(busy=_("Setting up the sample firm…"))

    def sample(self) -> Path:
        """Make the sample firm and return its folder (slow; a worker's)."""
        return self._sample()

    def failed(self, sentence: str) -> FirstRunScreen:
        """Show why it did not work; everything typed is still there."""
        return self._screen(notice=Notice(Tone.BAD, sentence))

    def _screen(self, busy: str = "", notice: Notice | None = None) -> FirstRunScreen:
        return FirstRunScreen(
            title=_("Welcome to Duologue"),
            intro=_("Two guided conversations with each person in your team, kept apart. Who are you?"),
            form=self._form,
            identity=_(
                "From this, a signing identity is made for you. With it you sign your notes, so that anyone "
                "can see that they are yours and unchanged. It stays on this computer."
            ),
            folder=str(self._folder),
            folder_hint=_("Everything you write stays in this one folder. Nothing is sent anywhere."),
            folder_warning=_synced(self._folder),
            sample_hint=_("An invented team to click through. It lies in a folder of its own."),
            respond_hint=_("Read it, see who signed it, answer and sign. You need nothing else for that."),
            busy=busy,
            notice=notice,
        )


def _synced(folder: Path) -> str:
    if not looks_synced(folder):
        return ""
    return _(
        "This looks like a folder that is synchronised to other computers. A vault in use can be damaged "
        "there; choose one that stays on this computer."
    )
