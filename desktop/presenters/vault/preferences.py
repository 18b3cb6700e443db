"""The settings screen: how it looks, who I am, where things lie."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.i18n import _, ngettext, say
from desktop.models.ids import new_uid
from desktop.models.problems import Problem
from desktop.models.rating import scale_of
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.people.person_form import PersonForm, form_of, read_person, team_names
from desktop.settings import Settings
from desktop.wording import day

if TYPE_CHECKING:
    from desktop.storage.vault import Vault

_LOCK_MINUTES = (1, 5, 10, 30, 60)


@dataclass(frozen=True, slots=True)
class PreferencesScreen:
    """Appearance, me, and the folders."""

    title: str
    theme: str
    themes: tuple[tuple[str, str], ...]
    lock: str
    locks: tuple[tuple[str, str], ...]
    me: PersonForm
    fingerprint: str
    identity: str
    vault: str
    guides: str
    guide_problems: tuple[str, ...]
    scale: str
    scale_error: str = ""
    notice: Notice | None = None


class PreferencesPresenter:
    """Shows and changes preferences; `problems` are those of the firm's guides."""

    def __init__(
        self,
        vault: "Vault",
        load: Callable[[], Settings],
        save: Callable[[Settings], None],
        problems: Sequence[Problem],
    ) -> None:
        self._vault = vault
        self._load = load
        self._save = save
        self._problems = problems

    def open(self) -> PreferencesScreen:
        """Show everything as it is stored."""
        return self._screen()

    def choose_theme(self, theme: str) -> PreferencesScreen:
        """Keep another appearance ("system", "light" or "dark")."""
        try:
            self._save(replace(self._load(), theme=theme))
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen()

    def choose_lock(self, minutes: str) -> PreferencesScreen:
        """Keep after how many minutes without a touch the window locks ("0": never)."""
        try:
            self._save(replace(self._load(), lock_minutes=int(minutes)))
        except Problem as problem:
            return self._screen(notice=bad(problem))
        return self._screen()

    def save_me(self, form: PersonForm) -> PreferencesScreen:
        """Store my name, role and e-mail, or show what is wrong with them."""
        me = self._vault.profile.me()
        typed = read_person(form, me.uid if me else new_uid(), me.team_uid if me else "")
        if isinstance(typed, PersonForm):
            return self._screen(me=typed)
        try:
            self._vault.profile.set_me(typed)
        except Problem as problem:
            return self._screen(me=form, notice=bad(problem))
        return self._screen(notice=Notice(Tone.GOOD, _("Saved. New conversations carry these words.")))

    def save_scale(self, text: str) -> PreferencesScreen:
        """Store the firm's scale for ratings, typed one label a line, or show what is wrong with it."""
        try:
            labels = scale_of(text)
            self._vault.scale.set_labels(labels)
        except Problem as problem:
            return replace(self._screen(), scale=text, scale_error=say(problem))
        told = _("Saved. A rating is chosen by hand, for an expectation with an example.") if labels else _("Saved.")
        return self._screen(notice=Notice(Tone.GOOD, told))

    def _screen(self, me: PersonForm | None = None, notice: Notice | None = None) -> PreferencesScreen:
        person = self._vault.profile.me()
        identity = self._vault.profile.identity(person.uid) if person else None
        made = _("Made on {day}. Others compare these groups with what they see when they verify your notes.")
        return PreferencesScreen(
            title=_("Settings"),
            theme=self._load().theme,
            themes=(("system", _("Like the system")), ("light", _("Light")), ("dark", _("Dark"))),
            lock=str(self._load().lock_minutes),
            locks=_lock_choices(self._load().lock_minutes),
            me=me or (form_of(person, team_names(self._vault.people)) if person else PersonForm()),
            fingerprint=identity.fingerprint if identity else "",
            identity=made.format(day=day(identity.created_at.astimezone().date()))
            if identity
            else _("No signing identity yet. One is made when you first sign a note."),
            vault=str(self._vault.folder),
            guides=str(self._vault.guides_folder),
            guide_problems=tuple(say(problem) for problem in self._problems),
            scale="\n".join(self._vault.scale.labels()),
            notice=notice,
        )


def _lock_choices(chosen: int) -> tuple[tuple[str, str], ...]:
    """Return what may be chosen; a number that stands in the settings by hand is one of them."""
    minutes = sorted({*_LOCK_MINUTES, chosen} - {0})
    named = ((str(each), ngettext("{n} minute", "{n} minutes", each).format(n=each)) for each in minutes)
    return (*named, ("0", _("Never")))
