"""People: with whom do I talk?"""

from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.people.people import PeoplePresenter, PeopleScreen, PersonRow
from desktop.views.people.person_fields import PersonFields
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Card,
    Elided,
    EmptyState,
    LineField,
    ListRow,
    Page,
    Rows,
    Text,
    primary,
    row,
    secondary,
)


class PeopleView(ScreenView):
    """A list that narrows as one types, and a form for a new person on top of it."""

    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._rows_shown: tuple[PersonRow, ...] = ()
        self._build()
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show everybody; `path` "add" opens the form for a new person."""
        self._search.set_text("")
        self._rows_shown = ()
        self._list.set_widgets([])
        self.show_screen(self._presenter.open(adding=destination.path == "add"))
        if destination.path == "add":
            self._fields.focus_first()

    def show_screen(self, screen: PeopleScreen) -> None:
        """Show who fits."""
        self._page.set_title(screen.title)
        self._page.set_subtitle(screen.subtitle)
        self._page.show_notice(screen.notice)
        self._search.setVisible(not screen.nobody_yet)
        self._opener.setVisible(screen.adding is None)
        self._cadence.setVisible(not screen.nobody_yet)
        self._form.setVisible(screen.adding is not None)
        if screen.adding is None:
            self._fields.forget()
        else:
            self._fields.show_form(screen.adding, screen.teams)
        self._show_rows(screen)

    def _show_rows(self, screen: PeopleScreen) -> None:
        if screen.rows != self._rows_shown:
            self._rows_shown = screen.rows
            self._list.set_widgets([self._row(person) for person in screen.rows])
        self._list.setVisible(bool(screen.rows))
        self._empty.set_widgets([EmptyState("users", screen.empty)])
        self._empty.setVisible(bool(screen.empty) and screen.adding is None)

    def _build(self) -> None:
        self._page = Page(icon="users")
        self._opener = primary(_("Add a person"), icon="user-plus")
        self._opener.setObjectName("add-person")
        self._cadence = secondary(_("Cadence"), icon="calendar")
        self._cadence.setObjectName("people-cadence")
        self._cadence.setToolTip(_("With whom you have not talked for how long, what waits, what is due"))
        self._page.add_action(self._cadence)
        self._page.add_action(self._opener)
        self._search = LineField(_("Find a person"), placeholder=_("Name, role or team"))
        self._search.setObjectName("people-search")
        self._build_form()
        self._list = Rows(4)
        self._empty = Rows()
        for widget in (self._form, self._search, self._list, self._empty):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _build_form(self) -> None:
        self._fields = PersonFields("add")
        self._add = primary(_("Add this person"), icon="check")
        self._add.setObjectName("add-confirm")
        self._cancel = secondary(_("Cancel"))
        self._cancel.setObjectName("add-cancel")
        self._form = Card()
        self._form.add(Text(_("A new person"), "strong"))
        self._form.add(self._fields)
        self._form.add(row(self._add, self._cancel, None))

    def _connect(self) -> None:
        self._opener.clicked.connect(self._start_adding)
        self._cadence.clicked.connect(self._show_cadence)
        self._add.clicked.connect(self._confirm)
        self._cancel.clicked.connect(self._cancel_adding)
        self._fields.submitted.connect(self._confirm)
        self._search.edited.connect(self._searched)

    def _row(self, person: PersonRow) -> ListRow:
        last = Elided(person.last_talk, "caption")
        shown = ListRow(person.uid, person.name, person.detail, avatar=person.name, kind=person.kind, trailing=last)
        shown.setObjectName(f"person-{person.uid}")
        shown.chosen.connect(self._chosen)
        return shown

    # slots

    def _show_cadence(self) -> None:
        self.go.emit(Destination(Place.OVERVIEW))

    def _start_adding(self) -> None:
        self.show_screen(self._presenter.start_adding())
        self._fields.focus_first()

    def _cancel_adding(self) -> None:
        self.show_screen(self._presenter.cancel_adding())
        self._opener.setFocus()

    def _confirm(self) -> None:
        answer = self._presenter.add(self._fields.form())
        if isinstance(answer, Destination):
            self.go.emit(answer)
        else:
            self.show_screen(answer)

    def _searched(self, text: str) -> None:
        self.show_screen(self._presenter.search(text))

    def _chosen(self, uid: str) -> None:
        self.go.emit(Destination(Place.PERSON, uid))
