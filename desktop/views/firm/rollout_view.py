"""Roll-out: are we doing this right as a firm?"""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.presenters.destination import Destination, Place
from desktop.presenters.firm.rollout import RollOutPresenter
from desktop.presenters.firm.rollout_screen import RollOutScreen
from desktop.views.firm.policy_section import PolicySection
from desktop.views.firm.rollout_cards import CheckList, EngagedCard, TopicCard, topic_section
from desktop.views.firm.rollout_system import SystemSection
from desktop.views.saving import Autosave, SaveNews
from desktop.views.screen_view import ScreenView
from desktop.views.tab_order import LAID_OUT
from desktop.views.widgets import Card, Columns, EmptyState, Page, Rows, SavedLine, Section, Text, row, secondary
from desktop.views.widgets.field import Field


class RollOutView(ScreenView):
    """Shows a `RollOutScreen`. What is typed is handed on a moment later, and before every button."""

    def __init__(self, presenter: RollOutPresenter, news: SaveNews) -> None:
        super().__init__()
        self._presenter = presenter
        self._news = news
        self._autosave = Autosave(self)
        self._next_part = ""
        self._wanted = ""
        self._topics: dict[str, TopicCard] = {}
        self._engaged: dict[str, EngagedCard] = {}
        self._build(presenter.open())
        self._connect()

    def arrive(self, destination: Destination) -> None:
        """Show everything as it is stored, at the part that the destination names, else from the top."""
        self._saved.clear()
        self.show_screen(self._presenter.open())
        self._page.scroll_to_top()
        if destination.uid in self._parts:
            self._wanted = destination.uid
            QTimer.singleShot(LAID_OUT, self._reveal_wanted)

    def leave(self) -> None:
        """Hand on what is typed."""
        self._autosave.flush()
        self._policy.drop_work()

    def show_screen(self, screen: RollOutScreen) -> None:
        """Show the page with every field."""
        self._page.show_notice(screen.notice)
        for topic in (*screen.parameters, *screen.page):
            self._topics[topic.key].show_topic(topic)
        for part in screen.engaged:
            self._engaged[part.role].show_part(part, screen.people)
        self._system.show_system(screen.system)
        self._show_standing(screen)

    def _show_standing(self, screen: RollOutScreen) -> None:
        """Show what follows from the fields, and leave the fields alone: somebody may be typing in one."""
        self._empty.setVisible(screen.is_empty)
        self._next_card.setHidden(screen.is_empty)
        self._next.setText(screen.next_step)
        self._why.setText(screen.next_why)
        self._why.setVisible(bool(screen.next_why))
        self._next_part = screen.next_part
        self._there.setVisible(bool(screen.next_part))
        self._standing.set_hint(screen.progress)
        self._do.show_checks(screen.do)
        self._do_not.show_checks(screen.do_not)
        for topic in (*screen.parameters, *screen.page):
            self._topics[topic.key].show_fault(topic)
        self._system.show_start(screen.system)
        self._policy.show_open(screen.page_open)
        self._overrides.set_widgets([Text(each) for each in screen.overrides])
        self._override_section.setVisible(bool(screen.overrides))

    def _build(self, screen: RollOutScreen) -> None:
        self._page = Page(_("Roll-out"), icon="map", subtitle=_("Are we doing this right as a firm?"))
        self._saved = SavedLine()
        self._saved.setObjectName("saved-line")
        self._page.add_action(self._saved)
        self._system = SystemSection(self._autosave)
        engaged = self._people(screen, _("Who is engaged"), ("hr", "sponsor", "explainer"))
        coaches = self._people(screen, _("Managers as coaches"), ("coach",))
        sections = (engaged, self._system, coaches, self._parameters(screen), self._on_the_page(screen))
        self._page.add(self._beginning())
        self._page.add(self._standing_part())
        for section in sections:
            self._page.add(section)
        self._parts: dict[str, QWidget] = {f"topic-{key}": card for key, card in self._topics.items()}
        self._parts |= {f"engaged-{role}": card for role, card in self._engaged.items()} | {"system": self._system}
        self._policy = PolicySection(self._presenter)
        self._page.add(self._policy)
        self._overrides = Rows(6)
        self._override_section = Section(_("Allowed by the sponsor"))
        self._override_section.setObjectName("overrides")
        self._override_section.add(self._overrides)
        self._page.add(self._override_section)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

    def _beginning(self) -> EmptyState:
        words = _(
            "Nothing is written here yet. Begin with people, not with forms: talk with HR leadership and find a "
            "sponsor at the top. Then describe the performance system you have, and settle the ten parameters."
        )
        self._empty = EmptyState("sprout", words, _("Begin with HR leadership"))
        return self._empty

    def _standing_part(self) -> Section:
        self._next = Text("", "prompt")
        self._next.setObjectName("next-step")
        self._why = Text("", "muted")
        self._there = secondary(_("Go there"), icon="arrow-right")
        self._there.setObjectName("go-there")
        self._next_card = card = Card()
        for part in (self._next, self._why, row(self._there, None)):
            card.add(part)
        self._do, self._do_not = CheckList(_("Do")), CheckList(_("Do not"))
        self._standing = Section(_("What is missing next"))
        self._standing.add(card)
        self._standing.add(Columns(self._do, self._do_not, min_width=320))
        return self._standing

    def _parameters(self, screen: RollOutScreen) -> Section:
        for topic in screen.parameters:
            self._topics[topic.key] = TopicCard(topic, self._autosave)
        hint = _("Ten things to settle before the first cycle, and to look at again after each.")
        cards = [self._topics[topic.key] for topic in screen.parameters]
        return topic_section(_("The ten parameters"), hint, cards)

    def _on_the_page(self, screen: RollOutScreen) -> Section:
        for topic in screen.page:
            self._topics[topic.key] = TopicCard(topic, self._autosave)
        hint = _("What everybody may know. The page below is made of these answers; what is open is called open.")
        return topic_section(_("Your policy"), hint, [self._topics[topic.key] for topic in screen.page])

    def _people(self, screen: RollOutScreen, title: str, which: tuple[str, ...]) -> Section:
        section = Section(title)
        for part in screen.engaged:
            if part.role in which:
                card = self._engaged[part.role] = EngagedCard(part, self._autosave)
                card.add_wanted.connect(self._add)
                card.remove_wanted.connect(self._remove)
                section.add(card)
        return section

    def _connect(self) -> None:
        self._autosave.due.connect(self._typed)
        self._there.clicked.connect(self._go_there)
        self._do.chosen.connect(self._reveal)
        self._do_not.chosen.connect(self._reveal)
        self._empty.acted.connect(self._begin)
        self._system.acted.connect(self._system_acted)
        self._policy.wanted.connect(self._autosave.flush)
        self._policy.noticed.connect(self._page.show_notice)
        self._policy.saved.connect(self._page_saved)
        self._news.saved.connect(self._all_saved)
        self._news.failed.connect(self._saved.failed)

    def _reveal(self, part: str) -> None:
        """Go where something is seen to, and put the cursor there."""
        if part == "okrs":
            self.go.emit(Destination(Place.OKRS))
            return
        widget = self._parts[part]
        first = next(each for each in widget.findChildren(Field) if each.isVisibleTo(self))
        self._page.reveal(widget)
        self._page.reveal(first)
        first.setFocus()

    # slots

    def _reveal_wanted(self) -> None:
        self._reveal(self._wanted)

    def _typed(self, field: str, text: str) -> None:
        self._saved.saving()
        if field.startswith("topic/"):
            self._policy.forget()
        self._show_standing(self._presenter.type(field, text))

    def _all_saved(self) -> None:
        self._saved.saved(f"{datetime.now():%H:%M}")

    def _add(self, role: str, person_uid: str) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.add(role, person_uid))
        self._engaged[role].focus_last()

    def _remove(self, uid: str) -> None:
        self._autosave.flush()
        self.show_screen(self._presenter.remove(uid))

    def _begin(self) -> None:
        self._add("hr", "")

    def _go_there(self) -> None:
        self._reveal(self._next_part)

    def _system_acted(self, action: str) -> None:
        self._autosave.flush()
        act = {"start": self._presenter.start, "allow": self._presenter.allow, "withdraw": self._presenter.withdraw}
        screen = act[action]()
        self.show_screen(screen)
        if screen.system.stopped:
            self._system.focus_sponsor()

    def _page_saved(self, path: object) -> None:
        self.show_screen(self._presenter.saved_page(Path(str(path))))
