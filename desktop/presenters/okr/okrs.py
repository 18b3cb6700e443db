"""The OKRs screen: what the team is trying to reach, and what is known about it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.flows.okr import publishing
from desktop.i18n import _
from desktop.models.okr import Cycle
from desktop.models.problems import Problem
from desktop.presenters.notice import Notice, Tone, bad
from desktop.presenters.okr.cycle_form import current_cycle
from desktop.presenters.okr.key_result_draft import KeyResultDraft
from desktop.presenters.okr.objective_draft import ObjectiveDraft
from desktop.presenters.okr.okr_drafts import CheckInDraft, CycleDraft, Desk, Draft, SharingDraft
from desktop.presenters.okr.okr_rows import OkrRows
from desktop.presenters.okr.okr_words import bar_legend, cycle_words, elapsed
from desktop.presenters.okr.okrs_screen import OkrsScreen, OpenForm, QuestionWords
from desktop.presenters.okr.pay_draft import PayDraft

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.core.policy import PolicyStore
    from desktop.storage.okr.okrs import OkrStore


class OkrsPresenter:
    """Shows the OKRs of one cycle and the one form that is open.

    Forms are opened by name ("check-in", with the uid of a key result); what is typed into one stays until it is
    saved or taken back, also while another one is open.
    """

    def __init__(
        self,
        okrs: "OkrStore",
        people: "PeopleStore",
        policy: "PolicyStore",
        today: Callable[[], date] = date.today,
    ) -> None:
        self._okrs = okrs
        self._desk = Desk(okrs, people, policy, today)
        self._rows = OkrRows(okrs, people)
        self._today = today
        self._cycle_uid = ""
        self._expanded: set[str] = set()
        self._drafts: dict[str, Draft] = {}
        self._open = ""

    def open(self) -> OkrsScreen:
        """Show the cycle that was shown last, at first the one that runs today."""
        return self._screen()

    def choose_cycle(self, uid: str) -> OkrsScreen:
        """Show another cycle."""
        self._cycle_uid, self._open = uid, ""
        return self._screen()

    def toggle(self, key_result_uid: str) -> OkrsScreen:
        """Show or hide the levels, check-ins and reflection of a key result."""
        self._expanded ^= {key_result_uid}
        return self._screen()

    def begin(self, name: str, uid: str = "") -> OkrsScreen:
        """Open a form: "cycle", "objective", "edit-objective", "key-result" (for an objective), "edit-key-result",
        "check-in", "pay" or "sharing" (for a key result).
        """
        key = f"{name}/{uid}"
        if key not in self._drafts:
            self._drafts[key] = self._make(name, uid)
        self._open = key
        return self._screen()

    def type(self, field: str, text: str) -> OpenForm:
        """Keep the newest words of a field of the open form and return the form with what they mean."""
        self._drafts[self._open].type(field, text)
        return self._form(self._open)

    def save(self) -> OkrsScreen:
        """Store what the open form holds; where something is wrong, the form stays and says so."""
        try:
            saved = self._drafts[self._open].save()
        except Problem as problem:
            return self._screen(notice=bad(problem))
        if saved is None:
            return self._screen()
        self._forget(self._open)
        self._cycle_uid = saved.cycle_uid or self._cycle_uid
        return self._screen(notice=saved.notice)

    def cancel(self) -> OkrsScreen:
        """Take the open form back."""
        self._forget(self._open)
        return self._screen()

    def stop_sharing(self, key_result_uid: str) -> OkrsScreen:
        """Take a key result back from the performance side."""
        try:
            publishing.stop(self._okrs, key_result_uid)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        self._forget(f"sharing/{key_result_uid}")
        words = _("No longer shared. Sealed notes that cite it keep what they cite.")
        return self._screen(notice=Notice(Tone.GOOD, words))

    def ask_delete_objective(self, uid: str) -> OkrsScreen:
        """Ask before an objective is deleted, or say why it cannot be."""
        objective = self._okrs.objective(uid)
        if self._okrs.key_results(uid):
            words = _("This objective has key results; delete those first.")
            return self._screen(notice=Notice(Tone.WARN, words))
        title, verb = _("Delete this objective?"), _("Delete the objective")
        return self._screen(question=QuestionWords(title, objective.title, verb, "delete-objective", uid))

    def ask_delete_key_result(self, uid: str) -> OkrsScreen:
        """Ask before a key result is deleted, or say why it cannot be."""
        result = self._okrs.key_result(uid)
        if self._okrs.check_ins(uid) or self._okrs.reflection(uid) or result.shared:
            words = _("This key result has check-ins, a reflection or is shared, so it stays as part of the record.")
            return self._screen(notice=Notice(Tone.WARN, words))
        title, verb = _("Delete this key result?"), _("Delete the key result")
        return self._screen(question=QuestionWords(title, result.title, verb, "delete-key-result", uid))

    def delete(self, action: str, uid: str) -> OkrsScreen:
        """Delete what a question was answered yes for ("delete-objective" or "delete-key-result")."""
        delete = self._okrs.delete_objective if action == "delete-objective" else self._okrs.delete_key_result
        try:
            delete(uid)
        except Problem as problem:
            return self._screen(notice=bad(problem))
        for key in [key for key in self._drafts if key.endswith(f"/{uid}")]:
            self._forget(key)
        return self._screen(notice=Notice(Tone.GOOD, _("Deleted.")))

    def _make(self, name: str, uid: str) -> Draft:
        if name == "cycle":
            return CycleDraft(self._desk)
        if name == "objective":
            return ObjectiveDraft(self._desk, uid)
        if name == "edit-objective":
            objective = self._okrs.objective(uid)
            return ObjectiveDraft(self._desk, objective.cycle_uid, objective)
        if name == "key-result":
            return KeyResultDraft(self._desk, uid)
        if name == "edit-key-result":
            result = self._okrs.key_result(uid)
            return KeyResultDraft(self._desk, result.objective_uid, result)
        if name == "pay":
            return PayDraft(self._desk, uid)
        return CheckInDraft(self._desk, uid) if name == "check-in" else SharingDraft(self._desk, uid)

    def _forget(self, key: str) -> None:
        self._drafts.pop(key, None)
        self._open = "" if self._open == key else self._open

    def _form(self, key: str) -> OpenForm:
        draft = self._drafts[key]
        return OpenForm(key, draft.place, draft.screen(), draft.save_label(), _close_label(key))

    def _screen(self, notice: Notice | None = None, question: QuestionWords | None = None) -> OkrsScreen:
        cycles = self._okrs.cycles()
        cycle = self._cycle(cycles)
        self._cycle_uid = cycle.uid if cycle else ""
        groups = self._rows.groups(cycle, self._today(), self._expanded) if cycle else ()
        barred = any(kr.row.fraction is not None for g in groups for o in g.objectives for kr in o.key_results)
        empty, first = ("", ("", "")) if groups else _first_step(cycle)
        return OkrsScreen(
            cycles=tuple((each.uid, each.name) for each in sorted(cycles, key=lambda each: each.starts_on)),
            cycle_uid=self._cycle_uid,
            subtitle=self._subtitle(cycle) if cycle else "",
            legend=bar_legend() if barred else "",
            groups=groups,
            empty=empty,
            first_action=first,
            open_form=self._form(self._open) if self._open else None,
            question=question,
            notice=notice,
        )

    def _cycle(self, cycles: Sequence[Cycle]) -> Cycle | None:
        chosen = next((each for each in cycles if each.uid == self._cycle_uid), None)
        return chosen or current_cycle(cycles, self._today())

    def _subtitle(self, cycle: Cycle) -> str:
        over = elapsed(cycle, self._today())
        if over is None:
            return _("{cycle} · not begun yet").format(cycle=cycle_words(cycle))
        return _("{cycle} · {percent} % of it is over").format(cycle=cycle_words(cycle), percent=int(over * 100))


def _first_step(cycle: Cycle | None) -> tuple[str, tuple[str, str]]:
    """Return what to do where there is nothing yet: a sentence, and the form to open with its label."""
    if cycle is None:
        return (
            _("A cycle is a stretch of time with its own objectives, a quarter for example. Begin with one."),
            ("cycle", _("Add a cycle")),
        )
    return (
        _("What is the most important thing to improve in this cycle? Two or three objectives are plenty."),
        ("objective", _("Add an objective")),
    )


def _close_label(key: str) -> str:
    return _("Close") if key.startswith("sharing/") else _("Cancel")
