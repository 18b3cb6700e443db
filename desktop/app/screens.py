"""Place by place: which presenter with which stores, and which view shows it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.house import House
from desktop.models.guide import Kind
from desktop.presenters.destination import Place
from desktop.settings import Settings
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView

if TYPE_CHECKING:
    from desktop.models.note import Note
    from desktop.models.verdict import Verdict
    from desktop.presenters.note import NoteTools, PageImage
    from desktop.presenters.side import Side
    from desktop.views.conversation_view import Forms


class Screens:
    """Makes the screens of one open vault, each when it is first wanted."""

    def __init__(
        self, house: House, news: SaveNews, load: Callable[[], Settings], save: Callable[[Settings], None]
    ) -> None:
        self._house = house
        self._news = news
        self._load = load
        self._save = save
        self._sides: dict[Kind, Side] = {}

    def make(self, place: Place, kind: str) -> ScreenView:
        """Return a new view for a place (of a kind, where the place has one per kind)."""
        if kind:
            makers: Mapping[Place, Callable[[Kind], ScreenView]] = {
                Place.CONVERSATION: self._conversation,
                Place.REVIEW: self._review,
                Place.NOTE: self._note,
            }
            return makers[place](Kind(kind))
        plain: Mapping[Place, Callable[[], ScreenView]] = {
            Place.HOME: self._home,
            Place.PEOPLE: self._people,
            Place.PERSON: self._person,
            Place.OKRS: self._okrs,
            Place.NOTES: self._notes,
            Place.VERIFY: self._verify,
            Place.SETTINGS: self._settings,
        }
        return plain[place]()

    def _home(self) -> ScreenView:
        from desktop.presenters.home import HomePresenter
        from desktop.views.home_view import HomeView

        return HomeView(HomePresenter(self._house.vault))

    def _people(self) -> ScreenView:
        from desktop.presenters.people import PeoplePresenter
        from desktop.views.people_view import PeopleView

        return PeopleView(PeoplePresenter(self._house.vault))

    def _person(self) -> ScreenView:
        from desktop.presenters.person import PersonPresenter
        from desktop.views.person_view import PersonView

        return PersonView(PersonPresenter(self._house.vault, self._house.shelf))

    def _okrs(self) -> ScreenView:
        from desktop.presenters.okrs import OkrsPresenter
        from desktop.views.okrs_view import OkrsView

        return OkrsView(OkrsPresenter(self._house.vault.okrs, self._house.vault.people))

    def _notes(self) -> ScreenView:
        from desktop.presenters.notes import NotesPresenter
        from desktop.views.notes_view import NotesView

        return NotesView(NotesPresenter(self._house.vault))

    def _verify(self) -> ScreenView:
        from desktop.presenters.verify import VerifyPresenter
        from desktop.views.verify_view import VerifyView

        return VerifyView(VerifyPresenter(self._check))

    def _settings(self) -> ScreenView:
        from desktop.presenters.preferences import PreferencesPresenter
        from desktop.views.preferences_view import PreferencesView

        problems = self._house.shelf.problems
        return PreferencesView(PreferencesPresenter(self._house.vault, self._load, self._save, problems))

    def _conversation(self, kind: Kind) -> ScreenView:
        from desktop.presenters.conversation import ConversationPresenter
        from desktop.views.conversation_view import ConversationView

        vault = self._house.vault
        presenter = ConversationPresenter(
            vault.conversations(kind), vault.people, self._house.words[kind], self._side(kind)
        )
        return ConversationView(presenter, _forms(kind), self._news)

    def _review(self, kind: Kind) -> ScreenView:
        from desktop.presenters.review import ReviewPresenter
        from desktop.views.review_view import ReviewView

        vault = self._house.vault
        presenter = ReviewPresenter(
            vault.conversations(kind), vault.people, self._house.words[kind], self._side(kind), self._seal(kind)
        )
        return ReviewView(presenter, self._news)

    def _note(self, kind: Kind) -> ScreenView:
        from desktop.presenters.note import NotePresenter
        from desktop.views.note_view import NoteView

        vault = self._house.vault
        presenter = NotePresenter(
            kind, vault.notes(kind), vault.conversations(kind), self._note_tools(), vault.exports_folder
        )
        return NoteView(presenter)

    def _side(self, kind: Kind) -> "Side":
        if kind not in self._sides:
            self._sides[kind] = _okr_side(self._house) if kind is Kind.OKR else _performance_side(self._house)
        return self._sides[kind]

    def _seal(self, kind: Kind) -> "Callable[[str], Note]":
        from desktop.flows.sealing import seal

        return lambda uid: seal(self._house.vault, kind, uid)

    def _check(self, path: Path) -> "Verdict":
        from desktop.flows.checking import check_file, trusted_of

        return check_file(path, trusted_of(self._house.vault))

    def _note_tools(self) -> "NoteTools":
        from desktop.flows.correcting import reopen
        from desktop.presenters.note import NoteTools

        return NoteTools(_render, _pages, self._export, self._verify_bytes, reopen)

    def _export(self, note: "Note", folder: Path) -> "tuple[Path, Verdict]":
        from desktop.flows.exporting import export

        done = export(self._house.vault, note, folder)
        return done.path, done.verdict

    def _verify_bytes(self, pdf: bytes, name: str) -> "Verdict":
        from desktop.documents.verify import verify
        from desktop.flows.checking import trusted_of

        return verify(pdf, name, trusted_of(self._house.vault))


def _render(note: "Note") -> bytes:
    from desktop.documents.render import render

    return render(note)


def _pages(pdf: bytes) -> "tuple[PageImage, ...]":
    from desktop.documents.preview import page_count, page_image
    from desktop.presenters.note import PageImage

    return tuple(PageImage(*page_image(pdf, number, 2.0)) for number in range(page_count(pdf)))


def _okr_side(house: House) -> "Side":
    from desktop.presenters.okr_side import OkrSide
    from desktop.presenters.okr_talk import OkrTalk

    return OkrTalk(OkrSide(house.vault.okrs, house.vault.people), house.vault.okrs)


def _performance_side(house: House) -> "Side":
    from desktop.presenters.performance_side import PerformanceSide
    from desktop.presenters.performance_talk import PerformanceTalk

    side = PerformanceSide(house.vault.facts, house.vault.evidence, house.vault.people)
    return PerformanceTalk(side, house.vault.evidence)


def _forms(kind: Kind) -> "Forms":
    if kind is Kind.OKR:
        from desktop.presenters.key_result_screens import CheckInScreen, ReflectionScreen
        from desktop.presenters.okr_talk import KeyResultsForm
        from desktop.views.okr_step_forms import CheckInStep, KeyResultsStep, ReflectionStep

        return {CheckInScreen: CheckInStep, ReflectionScreen: ReflectionStep, KeyResultsForm: KeyResultsStep}
    from desktop.presenters.performance_talk import ExpectationsForm
    from desktop.views.performance_form import PerformanceFormView

    return {ExpectationsForm: PerformanceFormView}
