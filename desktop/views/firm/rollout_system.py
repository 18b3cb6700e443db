"""The performance system a firm has, and the day on which a new one starts."""

from PySide6.QtCore import Signal

from desktop.i18n import _
from desktop.presenters.firm.rollout_screen import SystemPart
from desktop.views.saving import Autosave, Watch
from desktop.views.widgets import (
    AreaField,
    Card,
    ChoiceField,
    Columns,
    DateField,
    LineField,
    Rows,
    Section,
    Text,
    primary,
    quiet,
    row,
    secondary,
)


class SystemSection(Section):
    """How performance is judged today, field by field.

    Signals:
        acted(str): "start", "allow" or "withdraw".
    """

    acted = Signal(str)

    def __init__(self, autosave: Autosave) -> None:
        super().__init__(_("The performance system you have"))
        self._autosave = autosave
        self._texts: dict[str, LineField | AreaField] = {
            "rating": AreaField(_("Does it rate people? How, and on which scale?")),
            "pay": AreaField(_("How does it lead to pay?"), _("Name the plan, if there is one")),
            "dates": LineField(_("When in the year does it happen?")),
            "forms": AreaField(_("Which forms are filled in?")),
            "decides": LineField(_("Who decides in the end?")),
        }
        self._pay_link = ChoiceField(_("What decides about pay today?"))
        self._change = ChoiceField(_("Does it stay?"))
        self._build()
        self._connect()

    def show_system(self, shown: SystemPart) -> None:
        """Show what is stored."""
        for name, field in self._texts.items():
            field.set_text(getattr(shown, name))
        self._pay_link.set_options(shown.pay_links, shown.pay_link)
        self._change.set_options(shown.changes, shown.change)
        self._starts_on.set_text(shown.starts_on)
        self._sponsor.set_text(shown.sponsor)
        self._reason.set_text(shown.sponsor_reason)
        self._starts_on.set_error(shown.starts_error)
        self._sponsor.set_error(shown.sponsor_errors[0])
        self._reason.set_error(shown.sponsor_errors[1])
        self.show_start(shown)

    def show_start(self, shown: SystemPart) -> None:
        """Say when a new one starts, and why it may not."""
        self._start_card.setVisible(shown.asks_start)
        self._starts.setText(shown.starts)
        self._withdraw.setVisible(shown.has_start)
        self._stopped.setText(shown.stopped)
        self._sponsoring.setVisible(bool(shown.stopped))

    def focus_sponsor(self) -> None:
        """Put the cursor where the sponsor's name goes."""
        self._sponsor.setFocus()

    def _build(self) -> None:
        hint = _("Know it before you change anything: what people fear from OKRs comes from how they are judged today.")
        card = Card()
        card.add(Text(hint, "muted"))
        card.add(self._texts["rating"])
        card.add(self._pay_link)
        card.add(self._texts["pay"])
        card.add(Columns(self._texts["dates"], self._texts["decides"], min_width=240))
        card.add(self._texts["forms"])
        card.add(self._change)
        self.add(card)
        self.add(self._start_part())

    def _start_part(self) -> Card:
        self._starts_on = DateField(_("When does it start?"))
        self._starts = Text("", "muted")
        self._starts.setObjectName("system-starts")
        self._start = primary(_("Set this start"), icon="calendar")
        self._withdraw = quiet(_("Take the start back"))
        self._stopped = Text("", "error")
        self._stopped.setObjectName("system-stopped")
        self._sponsor = LineField(_("Executive sponsor who allows it"))
        self._reason = LineField(_("Why they allow it"), _("It stays visible on this page"))
        self._allow = secondary(_("Start it then on the sponsor's word"))
        self._sponsoring = Rows(8)
        for part in (self._stopped, Columns(self._sponsor, self._reason, min_width=240), row(self._allow, None)):
            self._sponsoring.add(part)
        self._start_card = Card()
        for part in (self._starts_on, self._starts, row(self._start, self._withdraw, None), self._sponsoring):
            self._start_card.add(part)
        return self._start_card

    def _connect(self) -> None:
        fields: dict[str, LineField | AreaField] = {f"system//{name}": field for name, field in self._texts.items()}
        fields |= {
            "system//starts_on": self._starts_on,
            "sponsor//name": self._sponsor,
            "sponsor//reason": self._reason,
        }
        for key, field in fields.items():
            field.setObjectName(key.replace("//", "-"))
            field.edited.connect(Watch(self._autosave, key).changed)
        for key, choice in (("pay_link", self._pay_link), ("change", self._change)):
            choice.setObjectName(f"system-{key}")
            choice.chosen.connect(Watch(self._autosave, f"system//{key}").changed)
            choice.chosen.connect(self._autosave.flush)
        for name, button in (("start", self._start), ("allow", self._allow), ("withdraw", self._withdraw)):
            button.setObjectName(f"system-{name}")
        self._start.clicked.connect(self._start_wanted)
        self._allow.clicked.connect(self._allow_wanted)
        self._withdraw.clicked.connect(self._withdraw_wanted)

    # slots

    def _start_wanted(self) -> None:
        self.acted.emit("start")

    def _allow_wanted(self) -> None:
        self.acted.emit("allow")

    def _withdraw_wanted(self) -> None:
        self.acted.emit("withdraw")
