"""The timeline of two people, newest first, of both kinds or of one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.presenters.people.story import Story, StoryRow
from desktop.views.widgets import ChoiceField, ListRow, Rows, Section, Text, kind_chip, quiet, row


class StoryList(Section):
    """Shows a `Story`.

    Signals:
        go(Destination): an event was chosen.
        view_chosen(str): "okr", "performance", or "" for both.
        more_wanted(): to see further events.
    """

    go = Signal(object)
    view_chosen = Signal(str)
    more_wanted = Signal()

    def __init__(self) -> None:
        self._view = ChoiceField("")
        self._view.setObjectName("story-view")
        self._view.setAccessibleName(_("Which conversations"))
        super().__init__(_("Timeline"), action=self._view)
        self._shown: tuple[StoryRow, ...] = ()
        self._rows = Rows(4)
        self._empty = Text(_("Nothing yet."), "muted")
        self._more = quiet("", icon="chevron-down")
        self._more.setObjectName("story-more")
        self._foot = row(self._more, None)
        for widget in (self._rows, self._empty, self._foot):
            self.add(widget)
        self._view.chosen.connect(self.view_chosen)
        self._more.clicked.connect(self.more_wanted)

    def show_story(self, story: Story) -> None:
        """Show what happened."""
        self._view.set_options(story.views, story.view)
        if story.rows != self._shown:
            self._shown = story.rows
            self._rows.set_widgets([self._row(number, each) for number, each in enumerate(story.rows)])
        self._rows.setVisible(bool(story.rows))
        self._empty.setVisible(not story.rows)
        self._more.setText(story.more)
        self._foot.setVisible(bool(story.more))

    def _row(self, number: int, shown: StoryRow) -> QWidget:
        line = ListRow(
            str(number), shown.words, shown.detail, icon=shown.icon, kind=shown.kind, trailing=kind_chip(shown.kind)
        )
        line.setObjectName(f"story-{number}")
        line.chosen.connect(self._chosen)
        return line

    # slots

    def _chosen(self, number: str) -> None:
        self.go.emit(self._shown[int(number)].destination)
