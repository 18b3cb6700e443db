"""Erasing a person: first what it would do, line by line, then the name typed by hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.people.rights import ErasurePlan, RightsPresenter, RightsScreen
from desktop.views.widgets import Banner, Card, ChoiceField, LineField, Rows, Text, column, danger, row, secondary
from desktop.views.working_section import WorkingSection


class ErasureSection(WorkingSection):
    """Shows the plan of a `RightsScreen`.

    Signals (beside `noticed`):
        changed(object): the next RightsScreen.
        gone(str): the person is erased; what to say about it.
    """

    changed = Signal(object)
    gone = Signal(str)

    def __init__(self, presenter: RightsPresenter) -> None:
        super().__init__(_("Erase this person"))
        self._presenter = presenter
        self._build()
        self._look.clicked.connect(self._look_through)
        self._erase.clicked.connect(self._erase_now)
        self._name.edited.connect(self._typed)

    def show_screen(self, screen: RightsScreen) -> None:
        """Show what erasing would do, or offer to look."""
        self.drop_work()
        self._whose = screen.name
        self._basis.set_options(screen.bases, self._basis.key())
        self._look.setVisible(screen.plan is None)
        self._plan.setVisible(screen.plan is not None)
        self._name.set_text("")
        self._name.set_error("")
        self._erase.setEnabled(False)
        if screen.plan is not None:
            self._show_plan(screen.plan)

    def refused(self, sentence: str) -> None:
        """Show why nothing was erased."""
        self._name.set_error(sentence)
        self._name.setFocus()

    def _show_plan(self, plan: ErasurePlan) -> None:
        self._lines.set_widgets(
            [
                _list(_("This goes for good"), plan.goes),
                _list(_("This stays"), plan.stays),
                *([_list(_("The name also stands here; read and decide"), plan.mentions)] if plan.mentions else []),
                _list(_("This cannot be reached from here"), plan.out_of_reach),
                *([Banner("warn", plan.forbidden, dismissable=False)] if plan.forbidden else []),
            ]
        )
        self._confirm.setVisible(not plan.forbidden)

    def _build(self) -> None:
        words = _(
            "Everything about this person leaves the vault and its backups for good: talks, notes, answers, examples, "
            "keys. Whether you must, may or must not erase is a question for a lawyer."
        )
        self._look = secondary(_("Show what would go…"), icon="eye")
        self._look.setObjectName("look-erasure")
        self._lines = Rows(12)
        self._basis = ChoiceField(_("Why"))
        self._basis.setObjectName("erase-basis")
        self._name = LineField(_("Type the person's whole name to confirm"))
        self._name.setObjectName("erase-name")
        self._erase = danger(_("Erase for good"), icon="trash-2")
        self._erase.setObjectName("erase")
        self._confirm = column(self._basis, 8, self._name, 8, row(self._erase, None))
        self._plan = Card()
        self._plan.add(self._lines)
        self._plan.add(self._confirm)
        for part in (Text(words, "muted"), row(self._look, None), self._plan):
            self.body.add(part)

    # slots

    def _look_through(self) -> None:
        self._run(_("Looking through the vault…"), self._presenter.look, self._looked)

    def _looked(self, found: object) -> None:
        self.changed.emit(self._presenter.looked(found))  # type: ignore[arg-type]  # what `look` returned

    def _typed(self, text: str) -> None:
        self._erase.setEnabled(" ".join(text.split()) == " ".join(self._whose.split()))

    def _erase_now(self) -> None:
        job = partial(self._presenter.erase, self._name.text(), self._basis.key())
        self._run(_("Erasing. This takes a moment; leave the program open…"), job, self._erased)

    def _erased(self, left: object) -> None:
        self.gone.emit(self._presenter.erased(left))  # type: ignore[arg-type]  # what `erase` returned


def _list(title: str, lines: Sequence[str]) -> Rows:
    rows = Rows(4)
    rows.set_widgets([Text(title, "strong"), *(Text(f"•  {each}") for each in lines)])
    return rows
