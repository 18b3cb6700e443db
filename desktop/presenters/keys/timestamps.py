"""The time-stamp authority: an address, or none."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.i18n import _, say
from desktop.models.problems import Problem
from desktop.models.web_address import service_address
from desktop.presenters.notice import Notice, Tone, bad
from desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class TimestampsScreen:
    """The address as it is typed, whether it is in use, and what is wrong with it."""

    address: str
    state: str
    error: str = ""
    notice: Notice | None = None


class TimestampsPresenter:
    """Shows and changes where time stamps come from."""

    def __init__(self, load: Callable[[], Settings], save: Callable[[Settings], None]) -> None:
        self._load = load
        self._save = save

    def open(self) -> TimestampsScreen:
        """Show what is set."""
        return self._screen(self._load().timestamps)

    def save(self, text: str) -> TimestampsScreen:
        """Keep an address ("" turns time stamps off), or show what is wrong with it."""
        try:
            address = service_address(text)
        except Problem as problem:
            return self._screen(text, error=say(problem))
        try:
            self._save(replace(self._load(), timestamps=address))
        except Problem as problem:
            return self._screen(text, notice=bad(problem))
        done = _("Saved. Exports ask this authority from now on.") if address else _("Saved. Time stamps are off.")
        return self._screen(address, notice=Notice(Tone.GOOD, done))

    def _screen(self, address: str, error: str = "", notice: Notice | None = None) -> TimestampsScreen:
        state = _("On") if self._load().timestamps else _("Off")
        return TimestampsScreen(address, state, error, notice)
