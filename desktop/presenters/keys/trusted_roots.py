"""Roots of other firms that are trusted: looked at, compared, added, forgotten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.keys.identities import read_authority, trust_authority
from desktop.i18n import _, say
from desktop.models.identity import Anchor
from desktop.models.ids import now
from desktop.models.problems import Problem
from desktop.models.typed import name_of
from desktop.presenters.keys.key_card import KeyCard, root_card
from desktop.presenters.notice import Notice, Tone, bad
from desktop.wording import isolated

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class TrustedRoot:
    """One root that is trusted; `key` names it to the presenter, `name` is what people here call it.

    `alias` is that name where it is not the one in the certificate, else "".
    """

    key: str
    name: str
    alias: str
    card: KeyCard


@dataclass(frozen=True, slots=True)
class TrustedRootsScreen:
    """The roots that are trusted beside the own one, and the one that is looked at (None: none)."""

    rows: tuple[TrustedRoot, ...]
    offered: KeyCard | None
    name: str
    errors: Mapping[str, str] = field(default_factory=dict)
    notice: Notice | None = None


class TrustedRootsPresenter:
    """Shows and changes which other firms' roots are trusted."""

    def __init__(self, vault: "Vault", clock: Callable[[], datetime] = now) -> None:
        self._vault = vault
        self._clock = clock
        self._offered: Anchor | None = None
        self._name = ""

    def open(self) -> TrustedRootsScreen:
        """Show what is trusted."""
        self._offered = None
        return self._screen()

    def look_at(self, path: str) -> TrustedRootsScreen:
        """Show the root in a certificate file, before it is trusted."""
        try:
            self._offered = read_authority(Path(path))
        except Problem as problem:
            self._offered = None
            return self._screen(bad(problem))
        self._name = self._offered.name
        return self._screen()

    def type_name(self, name: str) -> None:
        """Keep the newest words of what people here call the firm."""
        self._name = name

    def trust(self) -> TrustedRootsScreen:
        """Trust the shown root from now on, or say what is wrong."""
        if self._offered is None:
            return self._screen()
        try:
            anchor = replace(self._offered, name=name_of(self._name, _("the name of the firm")), added_at=now())
        except Problem as problem:
            return self._screen(errors={"name": say(problem)})
        try:
            trust_authority(self._vault, anchor)
        except Problem as problem:
            return self._screen(errors={"form": say(problem)})
        self._offered = None
        done = _("Trusted: what {name} issues is recognised from now on.").format(name=isolated(anchor.name))
        return self._screen(Notice(Tone.GOOD, done))

    def forget(self, key: str) -> TrustedRootsScreen:
        """No longer trust a root."""
        anchor = next(each for each in self._vault.profile.anchors() if each.fingerprint == key)
        try:
            self._vault.profile.forget_anchor(anchor.certificate)
        except Problem as problem:
            return self._screen(bad(problem))
        gone = _("{name} is no longer trusted. Signatures of its people show as unknown from now on.")
        return self._screen(Notice(Tone.GOOD, gone.format(name=isolated(anchor.name))))

    def _screen(self, notice: Notice | None = None, errors: Mapping[str, str] | None = None) -> TrustedRootsScreen:
        offered = self._offered
        return TrustedRootsScreen(
            rows=tuple(self._row(each) for each in self._vault.profile.anchors()),
            offered=root_card(offered.certificate, None, self._clock()) if offered else None,
            name=self._name if offered else "",
            errors=errors or {},
            notice=notice,
        )

    def _row(self, anchor: Anchor) -> TrustedRoot:
        card = root_card(anchor.certificate, anchor.added_at, self._clock())
        name = isolated(anchor.name)
        return TrustedRoot(anchor.fingerprint, name, "" if name == card.name else name, card)
