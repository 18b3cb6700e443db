"""The two ways to start a talk, side by side and never one form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.guide import Kind
from desktop.presenters.okr.start_okr import OkrCard, OkrForm
from desktop.presenters.performance.start_performance import PerformanceCard, PerformanceForm
from desktop.views.icons import KIND_ICONS
from desktop.views.widgets import Card, ChoiceField, Columns, DateField, Icon, LineField, Text, primary, quiet, row
from desktop.wording import kind_name


class _StartCard(QWidget):
    """What both cards have: title, sentence, guide, day, a word of caution, a button.

    Signals:
        changed(): something was chosen or typed.
        start_wanted(): the button.
    """

    changed = Signal()
    start_wanted = Signal()

    def __init__(self, kind: Kind, verb: str) -> None:
        super().__init__()
        self.setProperty("kind", str(kind))
        self._filled: dict[DateField, str] = {}
        self._card = Card()
        self._what = Text("", "muted")
        self._guide = ChoiceField(_("Guide"))
        self._guide.setObjectName(f"{kind}-guide")
        self._held_on = DateField(_("Held on"))
        self._held_on.setObjectName(f"{kind}-held-on")
        self._warning = _Remark("triangle-alert", "warn")
        self._warning.setObjectName(f"{kind}-warning")
        self._reason = LineField(_("Why so close?"), _("The reason is kept with the talk"))
        self._reason.setObjectName(f"{kind}-reason")
        self._draft = _Remark("pen-line", "muted")
        self._start = primary(verb, icon=KIND_ICONS[str(kind)], kind=str(kind))
        self._start.setObjectName(f"start-{kind}")
        self._card.add(row(Icon(KIND_ICONS[str(kind)], f"{kind}_accent", 22), Text(kind_name(kind), "h2")))
        self._card.add(self._what)
        self._build_fields()
        for widget in (self._guide, self._warning, self._reason, self._draft):
            self._card.add(widget)
        self._card.add(_filler())
        self._card.add(row(self._start, None))
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self._guide.chosen.connect(self._tell)
        self._held_on.committed.connect(self.changed)
        self._start.clicked.connect(self.start_wanted)

    def forget(self) -> None:
        """Write the next form whatever it holds: it is about somebody else."""
        self._filled.clear()

    def focus_wrong(self) -> None:
        """Put the keyboard into the first field that keeps the talk from starting."""
        fields = [field for field in self.findChildren(LineField) if field.error() and not field.isHidden()]
        for field in fields[:1]:
            field.setFocus()

    def _build_fields(self) -> None:
        raise NotImplementedError

    def _fill(self, field: DateField, text: str, error: str) -> None:
        """Show a day; what is typed but not committed yet is not written over."""
        if self._filled.get(field) != text:
            self._filled[field] = text
            field.set_text(text)
        field.set_error(error or field.fault())

    def _show(self, card: OkrCard | PerformanceCard) -> None:
        self._what.setText(card.what)
        self._guide.set_options(card.guides, key=card.form.guide)
        self._guide.setVisible(len(card.guides) > 1)
        self._fill(self._held_on, card.form.held_on, card.form.errors.get("held_on", ""))
        self._warning.show_words(card.warning)
        self._reason.set_text(card.form.reason)
        self._reason.set_error(card.form.errors.get("reason", ""))
        self._reason.setVisible(bool(card.warning))
        self._draft.show_words(card.draft)

    # slots

    def _tell(self, _key: str) -> None:
        self.changed.emit()


class OkrStartCard(_StartCard):
    """Starts an OKR conversation: stage, cycle, day."""

    def __init__(self) -> None:
        super().__init__(Kind.OKR, _("Start the OKR conversation"))

    def show_card(self, card: OkrCard) -> None:
        """Show what is offered and chosen."""
        self._stage.set_options(card.stages, key=card.form.stage)
        self._stage.set_hint(card.stage_hint)
        self._period.set_options(card.periods, key=card.form.period)
        self._period.set_hint(card.period_hint)
        self._show(card)

    def form(self) -> OkrForm:
        """Return what is chosen and typed."""
        stage, guide, held_on = self._stage.key(), self._guide.key(), self._held_on.text()
        return OkrForm(stage, guide, held_on, self._period.key(), self._reason.text())

    def _build_fields(self) -> None:
        self._stage = ChoiceField(_("Stage"))
        self._stage.setObjectName("okr-stage")
        self._period = ChoiceField(_("Cycle"))
        self._period.setObjectName("okr-period")
        self._card.add(self._stage)
        self._card.add(Columns(self._period, self._held_on, min_width=170))  # a cycle is two months and two years
        self._stage.chosen.connect(self._tell)
        self._period.chosen.connect(self._tell)


class PerformanceStartCard(_StartCard):
    """Starts a performance conversation: the period it looks back on, day.

    Signals:
        prepare_wanted(): the talk shall be prepared first.
    """

    prepare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(Kind.PERFORMANCE, _("Start the performance conversation"))

    def show_card(self, card: PerformanceCard) -> None:
        """Show what is offered and chosen."""
        self._fill(self._starts_on, card.form.starts_on, card.form.errors.get("starts_on", ""))
        self._fill(self._ends_on, card.form.ends_on, card.form.errors.get("ends_on", ""))
        self._hint.setText(card.period_hint)
        self._show(card)

    def form(self) -> PerformanceForm:
        """Return what is chosen and typed."""
        period = self._starts_on.text(), self._ends_on.text()
        return PerformanceForm(self._guide.key(), self._held_on.text(), *period, self._reason.text())

    def _build_fields(self) -> None:
        self._starts_on = DateField(_("Period from"))
        self._starts_on.setObjectName("performance-from")
        self._ends_on = DateField(_("to"))
        self._ends_on.setObjectName("performance-to")
        self._hint = Text("", "caption")
        self._card.add(Columns(self._starts_on, self._ends_on, min_width=150))
        self._card.add(self._hint)
        self._card.add(Columns(self._held_on, QWidget(), min_width=150))
        self._prepare = quiet(_("Prepare it first"), icon="list-checks")
        self._prepare.setObjectName("prepare-performance")
        self._prepare.clicked.connect(self.prepare_wanted)
        self._card.add(row(self._prepare, None))


class _Remark(QWidget):
    """One sentence with its icon; hidden while there is nothing to say."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        self._text = Text("", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(row(Icon(icon, role, 16), self._text))

    def show_words(self, words: str) -> None:
        """Show a sentence, or nothing."""
        self._text.setText(words)
        self.setVisible(bool(words))


def _filler() -> QWidget:
    """Return what takes the height that the other card needs more, so that both end at one line."""
    filler = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    policy.setVerticalStretch(100)
    filler.setSizePolicy(policy)
    return filler
