"""Place by place: which presenter with which stores, and which view shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.house import House
from desktop.models.guide import Kind
from desktop.models.problems import Problem
from desktop.presenters.destination import Destination, Place
from desktop.settings import Settings
from desktop.views.saving import SaveNews
from desktop.views.screen_view import ScreenView

if TYPE_CHECKING:
    from datetime import date

    from desktop.flows.notes.bulk_report import BulkReport
    from desktop.flows.notes.exporting import Exported
    from desktop.models.bridge import TalksHeld
    from desktop.models.conversation import Conversation
    from desktop.models.note import Note
    from desktop.models.policy import PolicyText
    from desktop.models.verdict import Verdict
    from desktop.presenters.notes.bulk import Report
    from desktop.presenters.notes.note import Asked, NoteTools
    from desktop.presenters.pages import Pages
    from desktop.presenters.performance.performance_side import PerformanceSide
    from desktop.presenters.talk.prepared import PreparedWords
    from desktop.presenters.talk.side import Side
    from desktop.storage.vault import Vault
    from desktop.storage.vault_key import VaultKey
    from desktop.views.talk.conversation_view import Forms


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
                Place.PREPARE: self._prepare,
                Place.REVIEW: self._review,
                Place.NOTE: self._note,
            }
            return makers[place](Kind(kind))
        plain: Mapping[Place, Callable[[], ScreenView]] = {
            Place.HOME: self._home,
            Place.OVERVIEW: self._overview,
            Place.SEARCH: self._search,
            Place.PEOPLE: self._people,
            Place.PERSON: self._person,
            Place.OKRS: self._okrs,
            Place.NOTES: self._notes,
            Place.VERIFY: self._verify,
            Place.SETTINGS: self._settings,
            Place.IDENTITY: self._identity,
            Place.PERSON_KEY: self._person_key,
            Place.RESPOND: self._respond,
            Place.RIGHTS: self._rights,
            Place.RETENTION: self._retention,
            Place.BACKUPS: self._backups,
            Place.TRANSFER: self._transfer,
            Place.TAKE_OVER: self._take_over,
            Place.ROLLOUT: self._rollout,
        }
        return plain[place]()

    def _home(self) -> ScreenView:
        from desktop.presenters.people.home import HomePresenter
        from desktop.views.people.home_view import HomeView

        return HomeView(HomePresenter(self._house.vault))

    def _overview(self) -> ScreenView:
        from desktop.presenters.people.overview import OverviewPresenter
        from desktop.views.people.overview_view import OverviewView

        return OverviewView(OverviewPresenter(self._house.vault))

    def _search(self) -> ScreenView:
        from desktop.presenters.search.search import SearchPresenter
        from desktop.views.search.search_view import SearchView

        return SearchView(SearchPresenter(self._house.vault))

    def _people(self) -> ScreenView:
        from desktop.presenters.people.people import PeoplePresenter
        from desktop.views.people.people_view import PeopleView

        return PeopleView(PeoplePresenter(self._house.vault))

    def _person(self) -> ScreenView:
        from desktop.presenters.people.person import PersonPresenter
        from desktop.views.people.person_view import PersonView

        return PersonView(PersonPresenter(self._house.vault, self._house.shelf))

    def _okrs(self) -> ScreenView:
        from desktop.presenters.okr.okrs import OkrsPresenter
        from desktop.views.okr.okrs_view import OkrsView

        vault = self._house.vault
        return OkrsView(OkrsPresenter(vault.okrs, vault.people, vault.policy))

    def _notes(self) -> ScreenView:
        from desktop.presenters.notes.notes import NotesPresenter
        from desktop.views.notes.notes_view import NotesView

        return NotesView(NotesPresenter(self._house.vault, self._export_all, self._house.exports_made()))

    def _verify(self) -> ScreenView:
        from desktop.presenters.notes.verify import VerifyPresenter
        from desktop.views.notes.verify_view import VerifyView

        return VerifyView(VerifyPresenter(self._check, self._check_folder, self._find_note))

    def _settings(self) -> ScreenView:
        from desktop.app.keys import vault_lock
        from desktop.presenters.vault.preferences import PreferencesPresenter
        from desktop.views.vault.preferences_view import PreferencesView

        problems = self._house.shelf.problems
        presenter = PreferencesPresenter(self._house.vault, self._load, self._save, problems)
        return PreferencesView(presenter, vault_lock(self._house.vault.folder, self._key))

    def _key(self) -> "VaultKey":
        key = self._house.vault.key
        if key is None:
            raise Problem("The vault is locked; unlock it and try again.")
        return key

    def _identity(self) -> ScreenView:
        from desktop.presenters.keys.firm_root import FirmPresenter
        from desktop.presenters.keys.issuing import IssuingPresenter
        from desktop.presenters.keys.my_key import MyKeyPresenter
        from desktop.presenters.keys.timestamps import TimestampsPresenter
        from desktop.presenters.keys.trusted_roots import TrustedRootsPresenter
        from desktop.views.keys.identity_view import IdentityPresenters, IdentityView

        vault = self._house.vault
        return IdentityView(
            IdentityPresenters(
                MyKeyPresenter(vault),
                FirmPresenter(vault),
                IssuingPresenter(vault),
                TrustedRootsPresenter(vault),
                TimestampsPresenter(self._load, self._save),
            )
        )

    def _respond(self) -> ScreenView:
        return respond_view(self._house)

    def room(self, kind: Kind, uid: str) -> ScreenView:
        """Return the employee's page for one note, to be shown alone."""
        from desktop.app.employee import in_the_room
        from desktop.presenters.notes.respond import RespondPresenter
        from desktop.views.notes.respond_view import RespondView

        vault = self._house.vault
        tools = in_the_room(self._house, vault.notes(kind).note(uid), self._house.exports_made())
        return RespondView(RespondPresenter(tools, in_room=True))

    def _person_key(self) -> ScreenView:
        from desktop.presenters.keys.person_key import PersonKeyPresenter
        from desktop.views.keys.person_key_view import PersonKeyView

        return PersonKeyView(PersonKeyPresenter(self._house.vault))

    def _transfer(self) -> ScreenView:
        from desktop.presenters.people.transfer import TransferPresenter
        from desktop.views.people.transfer_view import TransferView

        return TransferView(TransferPresenter(self._house.vault))

    def _take_over(self) -> ScreenView:
        from desktop.presenters.people.take_over import TakeOverPresenter
        from desktop.views.people.take_over_view import TakeOverView

        return TakeOverView(TakeOverPresenter(self._house.vault))

    def _rollout(self) -> ScreenView:
        from desktop.presenters.firm.rollout import RollOutPresenter
        from desktop.views.firm.rollout_view import RollOutView

        presenter = RollOutPresenter(self._house.vault, self._house.exports_made(), _pages)
        return RollOutView(presenter, self._news)

    def _rights(self) -> ScreenView:
        from desktop.presenters.people.rights import RightsPresenter
        from desktop.views.people.rights_view import RightsView

        return RightsView(RightsPresenter(self._house.vault, self._house.exports_made(), self._copies))

    def _copies(self) -> Sequence[Path]:
        """Return the databases of all backups within reach, from which what is erased goes, too."""
        from desktop.app.backing_up import places
        from desktop.storage.backups import backups

        found = places(self._house.vault.folder, self._key(), self._load().second_backups)
        return tuple(backup.file for place in found for backup in backups(place))

    def _backups(self) -> ScreenView:
        from desktop.app.backing_up import backup_tools
        from desktop.presenters.vault.backups import BackupsPresenter
        from desktop.views.vault.backups_view import BackupsView

        tools = backup_tools(self._house.vault.folder, self._key, lambda: self._load().second_backups)
        return BackupsView(BackupsPresenter(tools, self._load, self._save))

    def _retention(self) -> ScreenView:
        from desktop.presenters.people.retention import RetentionPresenter
        from desktop.views.people.retention_view import RetentionView

        return RetentionView(RetentionPresenter(self._house.vault, self._copies))

    def _conversation(self, kind: Kind) -> ScreenView:
        from desktop.app.coaching import coaching
        from desktop.presenters.talk.conversation import ConversationPresenter
        from desktop.views.talk.conversation_view import ConversationView

        vault, coach = self._house.vault, coaching(self._house.vault, kind)
        store, words = vault.conversations(kind), self._house.words[kind]
        presenter = ConversationPresenter(
            store,
            vault.people,
            words,
            self._side(kind),
            coach,
            _prepared_words(vault) if kind is Kind.PERFORMANCE else None,
        )
        return ConversationView(presenter, _forms(kind), self._news)

    def _prepare(self, _kind: Kind) -> ScreenView:
        from desktop.app.coaching import coaching
        from desktop.presenters.performance.preparation import PreparePresenter
        from desktop.views.performance.preparation_view import PreparationView

        vault = self._house.vault
        words, exports = self._house.words[Kind.PERFORMANCE], self._house.exports_made()
        side, coach = _facts_side(self._house), coaching(vault, Kind.PERFORMANCE)
        return PreparationView(PreparePresenter(vault, side, words, exports, coach=coach))

    def _review(self, kind: Kind) -> ScreenView:
        from desktop.app.coaching import coaching
        from desktop.presenters.talk.review import ReviewPresenter
        from desktop.views.talk.review_view import ReviewView

        vault, words, coach = self._house.vault, self._house.words[kind], coaching(self._house.vault, kind)
        presenter = ReviewPresenter(
            vault.conversations(kind),
            vault.people,
            words,
            self._side(kind),
            self._seal(kind),
            coach,
            self._policy,
            self._near,
        )
        return ReviewView(presenter, self._news)

    def _near(self, talk: "Conversation", day: "date") -> str:
        from desktop.presenters.talk.start_talk import too_close

        return too_close(self._house.vault, talk.kind, talk.stage, talk.person_uid, day.isoformat())

    def _note(self, kind: Kind) -> ScreenView:
        from desktop.app.answers import answer_tools
        from desktop.presenters.notes.answers import AnswersPresenter
        from desktop.presenters.notes.note import NotePresenter
        from desktop.views.notes.note_view import NoteView

        vault = self._house.vault
        presenter = NotePresenter(
            kind, vault.notes(kind), vault.conversations(kind), self._note_tools(), self._house.exports_made()
        )
        return NoteView(presenter, AnswersPresenter(vault.responses(kind), answer_tools(self._house)))

    def _side(self, kind: Kind) -> "Side":
        if kind not in self._sides:
            self._sides[kind] = _okr_side(self._house) if kind is Kind.OKR else _performance_side(self._house)
        return self._sides[kind]

    def _seal(self, kind: Kind) -> "Callable[[str], Note]":
        from desktop.flows.talk.sealing import seal

        return lambda uid: seal(self._house.vault, kind, uid)

    def _policy(self, rule: str) -> "PolicyText":
        from desktop.models.policy import policy_text

        return policy_text(self._house.vault.policy.decisions(), rule)

    def _find_note(self, path: Path) -> "Destination | None":
        from desktop.flows.keys.checking import read_file
        from desktop.flows.notes.returning import note_of
        from desktop.flows.performance.sheet_return import sheet_here

        data = read_file(path)
        sheet = sheet_here(self._house.vault, data)
        if sheet is not None:
            return Destination(Place.PREPARE, sheet.conversation_uid, str(Kind.PERFORMANCE), str(path))
        note = note_of(self._house.vault, data)
        return Destination(Place.NOTE, note.uid, str(note.kind), str(path)) if note else None

    def _check(self, path: Path, password: str) -> "Verdict":
        from desktop.flows.keys.checking import check_file
        from desktop.flows.keys.trusting import known_to

        return check_file(path, known_to(self._house.vault), password)

    def _check_folder(self, folder: Path, report: "Report", cancelled: Callable[[], bool]) -> "BulkReport":
        from desktop.flows.keys.trusting import known_to
        from desktop.flows.notes.bulk import verify_folder

        return verify_folder(folder, known_to(self._house.vault), report, cancelled)

    def _export_all(
        self, notes: "Sequence[Note]", folder: Path, report: "Report", cancelled: Callable[[], bool]
    ) -> "BulkReport":
        from desktop.flows.notes.bulk import export_all

        return export_all(self._house.vault, notes, folder, report, cancelled)

    def _note_tools(self) -> "NoteTools":
        from desktop.flows.talk.correcting import reopen
        from desktop.presenters.notes.note import NoteTools

        return NoteTools(_render, _pages, self._export, self._verify_bytes, reopen, self._key_changed, self._needs_pin)

    def _key_changed(self, note: "Note") -> str:
        from desktop.presenters.keys.key_alarm import key_changed

        return key_changed(self._house.vault, self._house.vault.people.person(note.person_uid))

    def _export(self, note: "Note", folder: Path, asked: "Asked") -> "Exported":
        from desktop.flows.notes.exporting import Wishes, export, load_signer

        vault = self._house.vault
        signer = None if note.imported else replace(load_signer(vault, asked.pin), strokes=asked.strokes)
        return export(vault, note, folder, signer=signer, wishes=Wishes(asked.password, self._load().timestamps))

    def _needs_pin(self) -> bool:
        identity = self._house.vault.profile.identity(self._house.vault.profile.me_uid())
        return bool(identity and identity.token)

    def _verify_bytes(self, pdf: bytes, name: str) -> "Verdict":
        from desktop.documents.judging.verify import verify
        from desktop.flows.keys.trusting import known_to

        known = known_to(self._house.vault)
        return verify(pdf, name, known.certificates, known.anchors)


def _render(note: "Note") -> bytes:
    from desktop.documents.papers.render import render

    return render(note)


def _pages(pdf: bytes) -> "Pages":
    from desktop.app.paper import pages_of

    return pages_of(pdf)


def respond_view(house: House | None) -> ScreenView:
    """Return the page of an employee to whom notes are sent; `house` is their own vault, if they have one."""
    from desktop.app.employee import sent_here
    from desktop.presenters.notes.respond import RespondPresenter
    from desktop.views.notes.respond_view import RespondView

    return RespondView(RespondPresenter(sent_here(house), can_leave=house is None))


def _okr_side(house: House) -> "Side":
    from desktop.presenters.okr.okr_side import OkrSide
    from desktop.presenters.okr.okr_talk import OkrTalk

    return OkrTalk(OkrSide(house.vault.okrs, house.vault.people), house.vault.okrs)


def _performance_side(house: House) -> "Side":
    from desktop.presenters.performance.performance_talk import PerformanceTalk

    return PerformanceTalk(_facts_side(house), house.vault.evidence, house.vault.scale.labels)


def _facts_side(house: House) -> "PerformanceSide":
    from desktop.presenters.performance.performance_side import PerformanceSide, Talks

    vault = house.vault
    talks = Talks(vault.conversations(Kind.PERFORMANCE), partial(_talks_held, vault))
    return PerformanceSide(vault.facts, vault.evidence, vault.people, talks=talks)


def _prepared_words(vault: "Vault") -> "PreparedWords":
    from desktop.presenters.talk.prepared import PreparedWords

    return PreparedWords(vault.preparation, vault.people)


def _talks_held(vault: "Vault", person_uid: str, manager_uid: str, start: date, end: date) -> "TalksHeld":
    """Put a question of the performance side to the OKR side."""
    from desktop.flows.okr.talks_held import talks_held

    person, manager = vault.people.person(person_uid), vault.people.person(manager_uid)
    return talks_held(vault.conversations(Kind.OKR), person, manager, start, end)


def _forms(kind: Kind) -> "Forms":
    if kind is Kind.OKR:
        from desktop.presenters.okr.key_result_screens import CheckInScreen, ReflectionScreen
        from desktop.presenters.okr.okr_talk import KeyResultsForm
        from desktop.views.okr.okr_step_forms import CheckInStep, KeyResultsStep, ReflectionStep

        return {CheckInScreen: CheckInStep, ReflectionScreen: ReflectionStep, KeyResultsForm: KeyResultsStep}
    from desktop.presenters.performance.performance_talk import ExpectationsForm
    from desktop.views.performance.performance_form import PerformanceFormView

    return {ExpectationsForm: PerformanceFormView}
