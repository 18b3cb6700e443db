"""Person: where do we two stand?"""

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.models.people import first_name
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.person import PersonPresenter, PersonScreen
from desktop.views.notes.talk_list import TalkList
from desktop.views.people.expectation_list import ExpectationList
from desktop.views.people.person_fields import PersonFields
from desktop.views.people.promise_list import PromiseList
from desktop.views.people.start_cards import OkrStartCard, PerformanceStartCard
from desktop.views.people.story_list import StoryList
from desktop.views.performance.moment_list import MomentList
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Banner,
    Card,
    Columns,
    Page,
    Rows,
    Section,
    Text,
    primary,
    quiet,
    row,
    secondary,
    tip,
)
from desktop.wording import isolated


class PersonView(ScreenView):
    """Everything between the two: start a talk, go on with one, what was promised, what the role asks."""

    def __init__(self, presenter: PersonPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show a person."""
        self._okr.forget()
        self._performance.forget()
        self.show_screen(self._presenter.open(destination.uid))
        self._page.scroll_to_top()

    def refresh(self) -> None:
        """Show the moments as they are now."""
        self.show_screen(self._presenter.again())

    def show_screen(self, screen: PersonScreen) -> None:
        """Show where the two stand."""
        self._page.set_title(screen.name)
        self._page.set_avatar(screen.name)
        self._page.set_subtitle(screen.detail)
        self._page.show_notice(screen.notice)
        self._show_key(screen)
        self._edit.setVisible(screen.editing is None)
        self._form.setVisible(screen.editing is not None)
        if screen.editing is None:
            self._fields.forget()
        else:
            self._fields.show_form(screen.editing, screen.teams)
        self._okr.show_card(screen.okr)
        self._performance.show_card(screen.performance)
        self._talks.show_talks(screen.talks)
        self._talks.setVisible(bool(screen.talks))
        self._no_talks.setVisible(not screen.talks)
        self._promises.show_promises(screen.promises)
        self._promise_section.setVisible(bool(screen.promises))
        self._expectations.show_expectations(screen.expectations)
        self._moments.show_moments(screen.moments)
        self._story.show_story(screen.story)
        self._transfers.set_widgets([Text(line, "muted") for line in screen.transfers])
        self._transfer_section.setVisible(bool(screen.transfers))

    def _build(self) -> None:
        self._page = Page(icon="user")
        self._edit = secondary(_("Edit details"), icon="pencil")
        self._edit.setObjectName("edit-person")
        self._key = quiet("", icon="key-round")
        self._key.setObjectName("person-key")
        self._hand_on = quiet(_("Hand over…"), icon="send")
        self._hand_on.setObjectName("person-hand-on")
        tip(self._hand_on, _("Hand over to another manager"))
        self._page.add_action(self._hand_on)
        self._rights = quiet(_("Rights and retention"), icon="shield-check")
        self._rights.setObjectName("person-rights")
        self._page.add_action(self._rights)
        self._page.add_action(self._key)
        self._page.add_action(self._edit)
        self._alarm = Rows()
        self._page.add_top(self._alarm)
        self._build_form()
        self._okr = OkrStartCard()
        self._performance = PerformanceStartCard()
        self._page.add(self._form)
        self._page.add(Columns(self._okr, self._performance, min_width=320))
        self._build_lists()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_form(self) -> None:
        self._fields = PersonFields("edit")
        self._save = primary(_("Save details"), icon="check")
        self._save.setObjectName("edit-save")
        self._cancel = secondary(_("Cancel"))
        self._cancel.setObjectName("edit-cancel")
        self._form = Card()
        self._form.add(self._fields)
        self._form.add(row(self._save, self._cancel, None))

    def _build_lists(self) -> None:
        self._promises = PromiseList(of_person=True)
        self._promise_section = Section(_("Open commitments"))
        self._promise_section.add(self._promises)
        self._talks = TalkList("person-talks", of_person=True)
        self._no_talks = Text(_("You two have not talked yet. Start with one of the two above."), "muted")
        talks = Section(_("Your talks"))
        talks.add(self._talks)
        talks.add(self._no_talks)
        expectations = Section(_("What the role asks"), _("Stands beside the performance conversation"))
        self._expectations = ExpectationList()
        expectations.add(self._expectations)
        self._moments = MomentList()
        self._story = StoryList()
        self._transfers = Rows(6)
        self._transfer_section = Section(_("Between managers"))
        self._transfer_section.add(self._transfers)
        for section in (self._promise_section, talks, self._moments, expectations, self._story, self._transfer_section):
            self._page.add(section)

    def _connect(self) -> None:
        self._key.clicked.connect(self._go_to_key)
        self._rights.clicked.connect(self._go_to_rights)
        self._hand_on.clicked.connect(self._hand_over)
        self._edit.clicked.connect(self._start_editing)
        self._save.clicked.connect(self._save_details)
        self._cancel.clicked.connect(self._stop_editing)
        self._okr.changed.connect(self._okr_changed)
        self._okr.start_wanted.connect(self._start_okr)
        self._performance.changed.connect(self._performance_changed)
        self._performance.start_wanted.connect(self._start_performance)
        self._performance.prepare_wanted.connect(self._prepare_performance)
        self._talks.go.connect(self.go)
        self._promises.settled.connect(self._settled)
        self._moments.wanted.connect(self._moment_wanted)
        self._moments.more_wanted.connect(self._more_moments)
        self._story.go.connect(self.go)
        self._story.view_chosen.connect(self._view_chosen)
        self._story.more_wanted.connect(self._more_events)
        self._expectations.edited.connect(self._presenter.type_expectation)
        self._expectations.add_wanted.connect(self._expectation_added)
        self._expectations.removed.connect(self._expectation_removed)
        self._fields.submitted.connect(self._save_details)

    def _turn_to(self, answer: Destination | PersonScreen) -> None:
        if isinstance(answer, Destination):
            self.go.emit(answer)
        else:
            self.show_screen(answer)

    def _show_key(self, screen: PersonScreen) -> None:
        self._uid = screen.uid
        self._key.setText(_("Key of {name}").format(name=isolated(first_name(screen.name))))
        tip(self._key, screen.key)
        banners = [Banner("bad", screen.key_changed, _("Compare…"), dismissable=False)] if screen.key_changed else []
        for banner in banners:
            banner.acted.connect(self._go_to_key)
        self._alarm.set_widgets(banners)
        self._alarm.setVisible(bool(banners))

    # slots

    def _go_to_key(self) -> None:
        self.go.emit(Destination(Place.PERSON_KEY, self._uid))

    def _hand_over(self) -> None:
        self.go.emit(Destination(Place.TRANSFER, self._uid))

    def _go_to_rights(self) -> None:
        self.go.emit(Destination(Place.RIGHTS, self._uid))

    def _start_editing(self) -> None:
        self.show_screen(self._presenter.edit())
        self._fields.focus_first()

    def _save_details(self) -> None:
        self.show_screen(self._presenter.save(self._fields.form()))
        if not self._edit.isHidden():
            self._edit.setFocus()

    def _stop_editing(self) -> None:
        self.show_screen(self._presenter.cancel_edit())
        self._edit.setFocus()

    def _okr_changed(self) -> None:
        self.show_screen(self._presenter.change_okr(self._okr.form()))

    def _start_okr(self) -> None:
        self._turn_to(self._presenter.start_okr(self._okr.form()))
        self._okr.focus_wrong()

    def _performance_changed(self) -> None:
        self.show_screen(self._presenter.change_performance(self._performance.form()))

    def _start_performance(self) -> None:
        self._turn_to(self._presenter.start_performance(self._performance.form()))
        self._performance.focus_wrong()

    def _prepare_performance(self) -> None:
        self._turn_to(self._presenter.prepare_performance(self._performance.form()))
        self._performance.focus_wrong()

    def _settled(self, kind: str, uid: str, state: str) -> None:
        self.show_screen(self._presenter.settle(kind, uid, state))

    def _moment_wanted(self, uid: str) -> None:
        self.go.emit(Destination(Place.CAPTURE, self._uid, path=uid))

    def _view_chosen(self, view: str) -> None:
        self.show_screen(self._presenter.choose_view(view))

    def _more_events(self) -> None:
        self.show_screen(self._presenter.more_events())

    def _more_moments(self) -> None:
        self.show_screen(self._presenter.more_moments())

    def _expectation_added(self) -> None:
        self.show_screen(self._presenter.add_expectation())

    def _expectation_removed(self, uid: str) -> None:
        self.show_screen(self._presenter.remove_expectation(uid))
