"""The fields for a person: name, role, e-mail and, where it matters, team."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.people.person_form import PersonForm
from desktop.views.widgets import ChoiceField, Columns, LineField

NEW_TEAM = "\x1fnew"
"""The key of the choice that asks for a team's name; no team can be called this."""


class PersonFields(QWidget):
    """Shows a `PersonForm` and reads it back; `with_team` adds the team: an existing one, a new one or none.

    `name` begins the object names of the fields, such as "add-name".

    Signals:
        submitted(): Return was pressed in a field.
    """

    submitted = Signal()

    def __init__(self, name: str, with_team: bool = True) -> None:
        super().__init__()
        self._with_team = with_team
        self._shown: PersonForm | None = None
        self._build(name)
        self._team.chosen.connect(self._team_chosen)
        for keys in ("Return", "Enter"):
            within = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(self.submitted)

    def show_form(self, form: PersonForm, teams: Sequence[str] = ()) -> None:
        """Show texts and errors; the form that was shown last is not written again over what is typed."""
        if form == self._shown:
            return
        self._shown = form
        fields = ((self._name, form.name), (self._role, form.role), (self._email, form.email))
        for (field, text), key in zip(fields, ("name", "role", "email"), strict=True):
            field.set_text(text)
            field.set_error(form.errors.get(key, ""))
        if self._with_team:
            self._show_team(form, teams)

    def forget(self) -> None:
        """Write the next form whatever it holds."""
        self._shown = None

    def form(self) -> PersonForm:
        """Return what stands in the fields; the next form is the answer to it and is shown in any case."""
        self._shown = None
        new_team = self._with_team and self._team.key() == NEW_TEAM
        texts = (self._name.text(), self._role.text(), self._email.text(), self._typed_team())
        return PersonForm(*texts, new_team=new_team)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._name.setFocus()

    def _build(self, name: str) -> None:
        self._name = LineField(_("Name"))
        self._role = LineField(_("Role"), _("Optional"))
        self._email = LineField(_("E-mail"), _("Optional"))
        self._team = ChoiceField(_("Team"))
        self._new_team = LineField(_("Name of the new team"))
        fields = {"name": self._name, "role": self._role, "email": self._email}
        for key, field in (fields | {"team": self._team, "new-team": self._new_team}).items():
            field.setObjectName(f"{name}-{key}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Columns(self._name, self._role, min_width=220))
        if self._with_team:
            layout.addWidget(Columns(self._email, self._team, min_width=220))
        else:
            layout.addWidget(self._email)
            self._team.setParent(self)  # it goes with the form, out of every layout
            self._team.hide()
        layout.addWidget(self._new_team)
        self._new_team.hide()

    def _show_team(self, form: PersonForm, teams: Sequence[str]) -> None:
        known = not form.new_team and (form.team in teams or not form.team)
        options = [("", _("No team")), *((team, team) for team in teams), (NEW_TEAM, _("A new team…"))]
        self._team.set_options(options, key=form.team if known else NEW_TEAM)
        self._new_team.set_text("" if known else form.team)
        self._new_team.setVisible(not known)
        self._new_team.set_error(form.errors.get("team", ""))

    def _typed_team(self) -> str:
        if not self._with_team:
            return ""
        return self._new_team.text() if self._team.key() == NEW_TEAM else self._team.key()

    # slots

    def _team_chosen(self, key: str) -> None:
        self._new_team.setVisible(key == NEW_TEAM)
        if key == NEW_TEAM:
            self._new_team.setFocus()
