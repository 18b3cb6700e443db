"""The form about a key result's value and pay."""

from dataclasses import asdict

from desktop.i18n import _
from desktop.presenters.okr.okrs_screen import PayFormScreen
from desktop.views import theme
from desktop.views.typed_form import TypedForm, fill
from desktop.views.widgets import ChoiceField, Columns, LineField, RadioField, Rows, Text


class PayFields(TypedForm):
    """The fields of what is said about a value and pay; those of the plan only where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._connect()

    def show_form(self, screen: PayFormScreen) -> None:
        """Show what is typed, and why the threshold would pay by score."""
        form = screen.form
        if not self._use.key():
            self._use.set_options(screen.uses, form.use)
        self._plan.set_options(screen.plans, form.plan)
        self._shared_plan.setText(screen.shared_plan)
        self._show_texts(asdict(form), screen.errors)
        self._warning.setText(screen.warning)
        planned, asked = form.use == "plan", bool(screen.warning)
        for part in (self._plan, self._words, self._threshold):
            part.setVisible(planned)
        self._shared_plan.setVisible(planned and bool(screen.shared_plan))
        self._warning.setVisible(asked)
        self._reason.setVisible(asked)

    def _build(self) -> None:
        self._use = RadioField(_("May the value of this key result inform pay?"))
        self._plan = ChoiceField(_("Pay plan"))
        self._plan_name = LineField(_("Name of the plan"), _("For example: Sales plan 2026"))
        self._document = LineField(_("Document"), _("Title or reference of what is written"))
        self._decided_by = LineField(_("Decided by"), _("Who decides about pay by this plan"))
        self._words = Columns(self._plan_name, self._document, self._decided_by, min_width=200)
        self._shared_plan = Text(role="caption")
        kept = _("As the plan writes it, with its unit. It stays on this side; empty if the plan has none.")
        self._threshold = LineField(_("From which value does the plan pay?"), kept)
        self._warning = Text(role="error")
        self._warning.setObjectName("disguised-link")
        self._reason = LineField(_("Why may it stand all the same?"), _("The reason stays visible"))
        lines = Rows(theme.current().space.m)
        lines.add(Text(_("Value and pay"), role="h2"))
        lines.add(
            Text(_("A value may inform pay by a written plan. A score, zone or level never does."), role="caption")
        )
        for part in (
            self._use,
            self._plan,
            self._words,
            self._shared_plan,
            self._threshold,
            self._warning,
            self._reason,
        ):
            lines.add(part)
        fill(self, lines)

    def _connect(self) -> None:
        self._name("use", self._use)
        self._name("plan", self._plan)
        self._name("name", self._plan_name)
        self._name("document", self._document)
        self._name("decided_by", self._decided_by)
        self._name("threshold", self._threshold)
        self._name("reason", self._reason)
