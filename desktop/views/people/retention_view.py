"""Retention: how long each kind is kept, what is due, what went."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.people.retention import RetentionPresenter, RetentionScreen, RuleRow
from desktop.views.screen_view import ScreenView
from desktop.views.widgets import (
    Card,
    Columns,
    LineField,
    Page,
    Question,
    Rows,
    Section,
    Text,
    danger,
    quiet,
    row,
    secondary,
)
from desktop.views.working_section import WorkingSection


class RetentionView(ScreenView):
    """Shows a `RetentionScreen`."""

    def __init__(self, presenter: RetentionPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._due = DueSection(presenter)
        self._rules: dict[str, RuleCard] = {}
        self._build()
        self._back.clicked.connect(self._go_back)
        self._due.changed.connect(self.show_screen)
        self._due.noticed.connect(self._page.show_notice)

    def arrive(self, destination: Destination) -> None:
        """Show everything as it is stored."""
        self.show_screen(self._presenter.open())
        self._page.scroll_to_top()

    def leave(self) -> None:
        """Wait for no list any more."""
        self._due.drop_work()

    def show_screen(self, screen: RetentionScreen) -> None:
        """Show rules, what is due, and the protocol."""
        self._page.show_notice(screen.notice)
        for each in screen.rules:
            if each.key not in self._rules:
                self._rules[each.key] = self._card(each)
            self._rules[each.key].show_rule(each)
        self._due.show_screen(screen)
        self._protocol.set_widgets([Text(each) for each in screen.protocol or (_("Nothing was erased yet."),)])

    def _build(self) -> None:
        self._page = Page(_("Retention"), icon="history")
        self._page.set_subtitle(_("How long things are kept; nothing goes by itself"))
        self._back = quiet(_("Settings"), icon="arrow-left")
        self._back.setObjectName("back-to-settings")
        self._page.add_action(self._back)
        words = _("These periods are examples with their source, no advice. Have a lawyer say what holds for you.")
        self._cards = Rows(8)
        self._protocol = Rows(4)
        held, went = Section(_("How long each kind is kept")), Section(_("Protocol of what went"))
        held.add(Text(words, "muted"))
        held.add(self._cards)
        went.add(self._protocol)
        for part in (held, self._due, went):
            self._page.add(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _card(self, shown: RuleRow) -> "RuleCard":
        card = RuleCard(shown)
        card.edited.connect(self._presenter.type_rule)
        card.saved.connect(self._save_rule)
        self._cards.add(card)
        return card

    # slots

    def _go_back(self) -> None:
        self.go.emit(Destination(Place.SETTINGS))

    def _save_rule(self, key: str) -> None:
        self.show_screen(self._presenter.save_rule(key))


class RuleCard(Card):
    """One rule to change.

    Signals:
        edited(str, str, str): key, months and source as typed.
        saved(str): the rule of this key is to be stored.
    """

    edited = Signal(str, str, str)
    saved = Signal(str)

    def __init__(self, shown: RuleRow) -> None:
        super().__init__()
        self._key = shown.key
        self._months = LineField(shown.start, _("Empty: without end"))
        self._months.setObjectName(f"months-{shown.key}")
        self._source = LineField(_("Where the period comes from"))
        self._source.setObjectName(f"source-{shown.key}")
        save = secondary(_("Save this rule"))
        save.setObjectName(f"save-{shown.key}")
        self.add(Text(shown.label, "strong"))
        self.add(Columns(self._months, self._source, min_width=240))
        self.add(row(save, None))
        self._months.edited.connect(self._edited)
        self._source.edited.connect(self._edited)
        save.clicked.connect(self._saved)

    def show_rule(self, shown: RuleRow) -> None:
        """Show the rule as it is."""
        self._months.set_text(shown.months)
        self._months.set_error(shown.error)
        self._source.set_text(shown.source)

    # slots

    def _edited(self, _text: str) -> None:
        self.edited.emit(self._key, self._months.text(), self._source.text())

    def _saved(self) -> None:
        self.saved.emit(self._key)


class DueSection(WorkingSection):
    """What has been kept long enough: first the list, then the confirmation.

    Signals (beside `noticed`):
        changed(object): the next RetentionScreen.
    """

    changed = Signal(object)

    def __init__(self, presenter: RetentionPresenter) -> None:
        super().__init__(_("What has been kept long enough"))
        self._presenter = presenter
        self._look = secondary(_("Show what is due"), icon="eye")
        self._look.setObjectName("look-due")
        self._lines = Rows(4)
        self._erase = danger(_("Erase these for good…"), icon="trash-2")
        self._erase.setObjectName("erase-due")
        for part in (row(self._look, None), self._lines, row(self._erase, None)):
            self.body.add(part)
        self._look.clicked.connect(self._look_through)
        self._erase.clicked.connect(self._ask)

    def show_screen(self, screen: RetentionScreen) -> None:
        """Show the list, if it was looked for."""
        self.drop_work()
        found = screen.due or ()
        nothing = (_("Nothing is due. What a legal hold protects is left out."),)
        self._lines.set_widgets([] if screen.due is None else [Text(each) for each in found or nothing])
        self._erase.setVisible(bool(found))
        self._count = len(found)

    def refused(self, sentence: str) -> None:
        """Show why nothing was erased."""
        self.noticed.emit(Notice(Tone.BAD, sentence))

    # slots

    def _look_through(self) -> None:
        self._run(_("Looking through the vault…"), self._presenter.look, self._looked)

    def _looked(self, found: object) -> None:
        self.changed.emit(self._presenter.looked(found))  # type: ignore[arg-type]  # what `look` returned

    def _ask(self) -> None:
        words = _("They leave the vault with everything that hangs on them, and cannot be brought back.")
        title = _("Erase all {n} for good?").format(n=self._count)
        question = Question(self, title, words, _("Erase for good"), keep=_("Keep them"))
        question.accepted.connect(self._confirmed)
        question.open()

    def _confirmed(self) -> None:
        self._run(_("Erasing. This takes a moment; leave the program open…"), self._presenter.let_go, self._gone)

    def _gone(self, left: object) -> None:
        self.changed.emit(self._presenter.gone(left))  # type: ignore[arg-type]  # what `let_go` returned
