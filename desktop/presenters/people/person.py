"""The person screen: where do we two stand?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.i18n import _, say
from desktop.models.conversation import Conversation, State
from desktop.models.guide import Kind
from desktop.models.ids import new_uid
from desktop.models.people import Person
from desktop.models.performance import Expectation
from desktop.models.problems import Problem
from desktop.models.typed import name_of
from desktop.presenters.destination import Destination, Place
from desktop.presenters.keys.key_alarm import key_changed, key_state
from desktop.presenters.notes.timeline import TalkRow, drafts, people_by_uid, sealed
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.okr.start_okr import OkrCard, OkrForm, OkrStart
from desktop.presenters.people import story
from desktop.presenters.people.open_promises import PromiseRow, open_promises, settle
from desktop.presenters.people.person_form import PersonForm, form_of, save_person, team_names
from desktop.presenters.people.story import Story, story_of
from desktop.presenters.people.transfer_words import line_words
from desktop.presenters.performance.moments import PAGE, Moments, moments_of
from desktop.presenters.performance.start_performance import PerformanceCard, PerformanceForm, PerformanceStart
from desktop.wording import beside

if TYPE_CHECKING:
    from desktop.guides.loader import GuideShelf
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class ExpectationLine:
    """One thing the role asks."""

    uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the role asks of the person, and the line being typed."""

    rows: tuple[ExpectationLine, ...]
    typed: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class PersonScreen:
    """Everything between the two; `editing` is the form while the person's details are changed, else None."""

    uid: str
    name: str
    detail: str
    editing: PersonForm | None
    teams: tuple[str, ...]
    okr: OkrCard
    performance: PerformanceCard
    talks: tuple[TalkRow, ...]
    no_talks: str
    promises: tuple[PromiseRow, ...]
    expectations: Expectations
    moments: Moments
    story: Story
    key: str
    key_changed: str
    transfers: tuple[str, ...]
    notice: Notice | None = None


class PersonPresenter:
    """Shows one person and starts talks with them."""

    def __init__(self, vault: "Vault", shelf: "GuideShelf", today: Callable[[], date] = date.today) -> None:
        self._vault = vault
        self._today = today
        self._okr_start = OkrStart(vault, shelf)
        self._performance_start = PerformanceStart(vault, shelf)
        self._person: Person
        self._okr: OkrForm
        self._performance: PerformanceForm
        self._editing: PersonForm | None = None
        self._expectation = ("", "")
        self._moments, self._events, self._view = PAGE, story.PAGE, ""

    def open(self, uid: str) -> PersonScreen:
        """Show a person."""
        self._person = self._vault.people.person(uid)
        self._okr = self._okr_start.fresh(self._person, self._today())
        self._performance = self._performance_start.fresh(self._person, self._today())
        self._editing = None
        self._expectation = ("", "")
        self._moments, self._events, self._view = PAGE, story.PAGE, ""
        return self._screen()

    def again(self) -> PersonScreen:
        """Show the person as things stand now."""
        return self._screen()

    def choose_view(self, view: str) -> PersonScreen:
        """Show the timeline of one kind of conversation ("" is both)."""
        self._view, self._events = view, story.PAGE
        return self._screen()

    def more_events(self) -> PersonScreen:
        """Show further events of the timeline."""
        self._events += story.PAGE
        return self._screen()

    def more_moments(self) -> PersonScreen:
        """Show further moments."""
        self._moments += PAGE
        return self._screen()

    def change_okr(self, form: OkrForm) -> PersonScreen:
        """Take what is chosen and typed on the OKR card."""
        self._okr = form
        return self._screen()

    def change_performance(self, form: PerformanceForm) -> PersonScreen:
        """Take what is chosen and typed on the performance card."""
        self._performance = form
        return self._screen()

    def start_okr(self, form: OkrForm) -> Destination | PersonScreen:
        """Begin an OKR conversation and return where to go, or the screen with what is wrong."""
        self._okr = replace(form, errors={})
        try:
            begun = self._okr_start.begin(self._person, self._me(), self._okr, self._today())
        except Problem as problem:
            return self._screen(bad(problem))
        if isinstance(begun, OkrForm):
            self._okr = begun
            return self._screen()
        return _into(begun)

    def start_performance(self, form: PerformanceForm) -> Destination | PersonScreen:
        """Begin a performance conversation and return where to go, or the screen with what is wrong."""
        self._performance = replace(form, errors={})
        try:
            begun = self._performance_start.begin(self._person, self._me(), self._performance)
        except Problem as problem:
            return self._screen(bad(problem))
        if isinstance(begun, PerformanceForm):
            self._performance = begun
            return self._screen()
        return _into(begun)

    def prepare_performance(self, form: PerformanceForm) -> Destination | PersonScreen:
        """Return where the open talk is prepared; one is begun as `start_performance` does, if none is open."""
        begun = self._vault.conversations(Kind.PERFORMANCE).conversations(self._person.uid, State.DRAFT)
        if begun:
            return Destination(Place.PREPARE, begun[0].uid, str(Kind.PERFORMANCE))
        answer = self.start_performance(form)
        return replace(answer, place=Place.PREPARE) if isinstance(answer, Destination) else answer

    def settle(self, kind: str, uid: str, state: str) -> PersonScreen:
        """Say that a commitment was kept or dropped."""
        try:
            return self._screen(Notice(Tone.GOOD, settle(self._vault, kind, uid, state)))
        except Problem as problem:
            return self._screen(bad(problem))

    def edit(self) -> PersonScreen:
        """Open the form with the person's details."""
        self._editing = form_of(self._person, team_names(self._vault.people))
        return self._screen()

    def cancel_edit(self) -> PersonScreen:
        """Close the form without a change."""
        self._editing = None
        return self._screen()

    def save(self, form: PersonForm) -> PersonScreen:
        """Store the person's details, or show what is wrong with them."""
        self._editing = form
        try:
            saved = save_person(self._vault.people, form, self._person.uid)
        except Problem as problem:
            return self._screen(bad(problem))
        if isinstance(saved, PersonForm):
            self._editing = saved
            return self._screen()
        self._person, self._editing = saved, None
        return self._screen(Notice(Tone.GOOD, _("Saved. Sealed notes keep the words they were sealed with.")))

    def type_expectation(self, text: str) -> None:
        """Keep what is being typed as an expectation."""
        self._expectation = (text, "")

    def add_expectation(self) -> PersonScreen:
        """Add the typed line to what the role asks of the person."""
        text = self._expectation[0]
        try:
            line = name_of(text, _("what the role asks"))
            self._vault.evidence.save_expectation(Expectation(new_uid(), self._person.uid, line))
            self._expectation = ("", "")
        except Problem as problem:
            self._expectation = (text, say(problem))
        return self._screen()

    def remove_expectation(self, uid: str) -> PersonScreen:
        """Take an expectation back."""
        try:
            self._vault.evidence.delete_expectation(uid)
        except Problem as problem:
            return self._screen(bad(problem))
        return self._screen()

    def _me(self) -> Person:
        me: Person | None = self._vault.profile.me()
        if me is None:
            raise Problem("Say who you are under Settings first; a conversation needs both names.")
        return me

    def _screen(self, notice: Notice | None = None) -> PersonScreen:
        person, today = self._person, self._today()
        people, teams = people_by_uid(self._vault), team_names(self._vault.people)
        details = (person.role, teams.get(person.team_uid, ""), person.email)
        return PersonScreen(
            uid=person.uid,
            name=person.name,
            detail=beside(*details),
            editing=self._editing,
            teams=tuple(sorted(teams.values(), key=str.casefold)),
            okr=self._okr_start.card(person, self._okr, today),
            performance=self._performance_start.card(person, self._performance),
            talks=drafts(self._vault, people, person.uid) + sealed(self._vault, person.uid),
            no_talks=_("You two have not talked yet. Start with one of the two above."),
            promises=open_promises(self._vault, people, today, person.uid),
            expectations=self._expectations(),
            story=story_of(self._vault, person, self._view, self._events),
            moments=moments_of(self._vault.evidence, person.uid, self._moments, today),
            key=key_state(self._vault, person),
            key_changed=key_changed(self._vault, person),
            transfers=tuple(line_words(each) for each in self._vault.transfers.lines(person.uid)),
            notice=notice,
        )

    def _expectations(self) -> Expectations:
        found = self._vault.evidence.expectations(self._person.uid)
        return Expectations(tuple(ExpectationLine(each.uid, each.text) for each in found), *self._expectation)


def _into(begun: Conversation) -> Destination:
    return Destination(Place.CONVERSATION, begun.uid, str(begun.kind))
