"""The Roll-out page: what the firm has decided, whom it has won, and how it stands with the rules of the method."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.flows.firm.adoption import launch, seen, told
from desktop.flows.firm.policy_words import tying
from desktop.i18n import _, say
from desktop.models.adoption import Stopped
from desktop.models.ids import new_uid
from desktop.models.policy import Change, Decision, Engagement, Override, PayLink, Role, Topic
from desktop.models.problems import Problem
from desktop.models.readiness import RollOut, Seen
from desktop.models.sponsoring import no_sponsor, sponsors
from desktop.presenters.firm.rollout_parts import Sponsoring, open_words, screen_of
from desktop.presenters.firm.rollout_screen import RollOutScreen
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.okr.sponsor_form import sponsored
from desktop.presenters.pages import Pages

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


class RollOutPresenter:
    """Shows the page and keeps each field as it is typed.

    Fields are called by part, topic or uid, and what of it: "topic/reviews/answer", "system//rating",
    "engaged/<uid>/name", "sponsor//name".
    """

    def __init__(
        self, vault: "Vault", exports: Path, pages: Callable[[bytes], Pages], today: Callable[[], date] = date.today
    ) -> None:
        self._vault = vault
        self._exports = exports
        self._pages = pages
        self._today = today
        self._told: RollOut | None = None
        self._seen: Seen | None = None
        self._sponsoring = Sponsoring()

    def open(self) -> RollOutScreen:
        """Show everything as it is stored; words that wait for the disk are shown as they were typed."""
        if self._told is None or not self._vault.writer.pending():
            self._told = told(self._vault.policy)
        self._seen = None
        self._sponsoring = Sponsoring()
        return self._screen()

    def type(self, field: str, text: str) -> RollOutScreen:
        """Take the newest words of a field."""
        part, key, name = field.split("/")
        if part == "topic":
            self._decide(Topic(key), name, text)
        elif part == "system":
            self._describe(name, text)
        elif part == "engaged":
            self._engage(key, name, text)
        else:
            said: dict[str, Any] = {name: text, "errors": {}}
            self._sponsoring = replace(self._sponsoring, **said)
        return self._screen()

    def add(self, role: str, person_uid: str = "") -> RollOutScreen:
        """Add somebody who was won, from the vault or with a name to be typed."""
        try:
            name = self._vault.people.person(person_uid).name if person_uid else ""
        except Problem as problem:
            return self._screen(bad(problem))
        self._keep(Engagement(new_uid(), Role(role), name, "", person_uid))
        return self._screen()

    def remove(self, uid: str) -> RollOutScreen:
        """Take somebody off the list."""
        said = self._said
        self._told = replace(said, engagements=tuple(each for each in said.engagements if each.uid != uid))
        self._vault.writer.put(("engaged", uid), lambda: self._vault.writer.policy().delete_engagement(uid))
        return self._screen()

    def start(self) -> RollOutScreen:
        """Let the new performance system start on the typed day, or say why it may not."""
        typed = self._said.system.starts_on
        try:
            day = launch(self._vault.policy, self._vault.okrs, typed)
        except Stopped as stopped:
            return self._stop(stopped)
        except Problem as problem:
            self._sponsoring = Sponsoring(error=say(problem))
            return self._screen()
        return self._started(day)

    def allow(self) -> RollOutScreen:
        """Let it start on the sponsor's word."""
        sponsoring = self._sponsoring
        if sponsoring.stopped is None:
            return self.start()
        by = self._by(sponsoring.stopped)
        if isinstance(by, dict):
            self._sponsoring = replace(sponsoring, errors=by)
            return self._screen()
        try:
            return self._started(launch(self._vault.policy, self._vault.okrs, by.subject, by))
        except Problem as problem:
            return self._screen(bad(problem))

    def withdraw(self) -> RollOutScreen:
        """Let no new performance system start."""
        try:
            self._vault.policy.set_launch(None)
        except Problem as problem:
            return self._screen(bad(problem))
        self._told, self._seen = replace(self._said, launch_on=None), None
        self._sponsoring = Sponsoring()
        return self._screen()

    def pages(self) -> Pages:
        """Return the policy page to look at (slow: a worker's, and so is what draws it)."""
        from desktop.flows.firm.policy_page import policy_pdf

        return self._pages(policy_pdf(self._said.decisions, self._today()))

    def save_page(self) -> Path:
        """Write the policy page into the folder for PDFs and return where it lies (slow: a worker's)."""
        from desktop.flows.firm.policy_page import save_policy_page

        return save_policy_page(self._said.decisions, self._exports, self._today())

    def saved_page(self, path: Path) -> RollOutScreen:
        """Say where the policy page lies, and what is not decided on it."""
        told = _("The policy page is saved: {path}").format(path=path)
        if still := open_words(self._said.decisions):
            return self._screen(Notice(Tone.WARN, f"{told}. {still}"))
        return self._screen(Notice(Tone.GOOD, told))

    @property
    def _said(self) -> RollOut:
        if self._told is None:
            self._told = told(self._vault.policy)
        return self._told

    def _decide(self, topic: Topic, name: str, text: str) -> None:
        before = self._said.decisions.get(topic, Decision(topic))
        changed: dict[str, Any] = {name: text}
        decision = replace(before, **changed)
        if decision != before:
            self._told = replace(self._said, decisions={**self._said.decisions, topic: decision})
            self._seen = None if topic is Topic.FIRST_CYCLES else self._seen
            self._vault.writer.put(("topic", topic), lambda: self._vault.writer.policy().save_decision(decision))

    def _describe(self, name: str, text: str) -> None:
        kinds: dict[str, Callable[[str], str]] = {"pay_link": PayLink, "change": Change}
        changed: dict[str, Any] = {name: kinds.get(name, str)(text)}
        before = self._said.system
        system = replace(before, **changed)
        if system == before:
            return
        self._told = replace(self._said, system=system)
        self._vault.writer.put(("system", ""), lambda: self._vault.writer.policy().save_system(system))
        if name in ("starts_on", "change"):
            self._sponsoring, self._seen = Sponsoring(), None
        if system.change in (Change.SAME, Change.UNSAID) and self._said.launch_on:
            self.withdraw()

    def _engage(self, uid: str, name: str, text: str) -> None:
        found = next((each for each in self._said.engagements if each.uid == uid), None)
        if found is not None and getattr(found, name) != text:
            changed: dict[str, Any] = {name: text}
            self._keep(replace(found, **changed))

    def _keep(self, engagement: Engagement) -> None:
        said = self._said
        known = {each.uid: each for each in said.engagements} | {engagement.uid: engagement}
        self._told = replace(said, engagements=tuple(known.values()))
        key = ("engaged", engagement.uid)
        self._vault.writer.put(key, lambda: self._vault.writer.policy().save_engagement(engagement))

    def _stop(self, stopped: Stopped) -> RollOutScreen:
        missing = {} if sponsors(self._said.engagements, self._today()) else {"sponsor": say(no_sponsor())}
        self._sponsoring = Sponsoring(stopped=stopped, errors=missing)
        return self._screen()

    def _by(self, stopped: Stopped) -> Override | dict[str, str]:
        said = self._sponsoring
        return sponsored(stopped, said.name, said.reason, self._said.engagements, self._today())

    def _started(self, day: date) -> RollOutScreen:
        self._sponsoring = Sponsoring()
        self._told = replace(self._said, launch_on=day, overrides=self._vault.policy.overrides())
        self._seen = None
        return self._screen()

    def _screen(self, notice: Notice | None = None) -> RollOutScreen:
        self._seen = self._seen or seen(self._vault.okrs, self._said, self._today())
        now = replace(self._seen, tied=tying(self._said))
        cycles = {each.uid: each.name for each in self._vault.okrs.cycles()}
        return screen_of(self._said, now, self._sponsoring, self._vault.people.people(), cycles, notice)
