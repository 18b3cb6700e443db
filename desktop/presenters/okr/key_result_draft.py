"""A key result of the OKRs screen while it is being typed."""

from dataclasses import replace

from desktop.flows.okr.publishing import known_result, refresh
from desktop.i18n import _
from desktop.models.okr import KeyResult, KeyResultKind
from desktop.models.publishing import held_words, scores_of
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.okr.held_back import why_held
from desktop.presenters.okr.key_result_form import (
    KeyResultForm,
    Known,
    check_levels,
    comes_late,
    form_of,
    level_numbers,
    read_key_result,
)
from desktop.presenters.okr.okr_drafts import Desk, Saved
from desktop.presenters.okr.okr_words import kind_words
from desktop.presenters.okr.okrs_screen import KeyResultFormScreen
from desktop.presenters.okr.sharing_words import bridge_news
from desktop.presenters.ticked import Ticked
from desktop.wording import day


class KeyResultDraft:
    """A new key result of an objective, or a change of one."""

    def __init__(self, desk: Desk, objective_uid: str, earlier: KeyResult | None = None) -> None:
        self.place = earlier.uid if earlier else objective_uid
        self._desk = desk
        self._objective = desk.okrs.objective(objective_uid)
        self._earlier = earlier
        self._form = form_of(earlier, desk.okrs.contributors(earlier.uid)) if earlier else KeyResultForm()
        self._errors: dict[str, str] = {}

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field."""
        self._form = replace(self._form, **{field: text})
        self._errors.pop(field, None)
        self._errors.pop("levels", None)

    def screen(self) -> KeyResultFormScreen:
        """Return the form as it is typed, with what its levels and its neutral name say so far."""
        known, check = self._known(), check_levels(self._form)
        late = comes_late(self._form, known)
        return KeyResultFormScreen(
            title=_("Change this key result") if self._earlier else _("A new key result"),
            form=self._form,
            errors=dict(self._errors),
            kinds=tuple((each.value, kind_words(each)) for each in KeyResultKind),
            kind_help=_kind_help(KeyResultKind(self._form.kind)),
            has_levels=self._form.kind == KeyResultKind.METRIC,
            check=self._errors.get("levels", check.words),
            in_order=check.ordered is not False and "levels" not in self._errors,
            late=_late(known) if late else "",
            name_warning=self._name_warning(),
            people=self._people(),
        )

    def _people(self) -> tuple[Ticked, ...]:
        """Return who may work on it: the objective's team first, then everybody else."""
        chosen, team = set(self._form.people.split()), self._objective.owner_uid
        people = sorted(self._desk.people.people(), key=lambda each: (each.team_uid != team, each.name.casefold()))
        return tuple(Ticked(each.uid, each.name, each.uid in chosen) for each in people)

    def save_label(self) -> str:
        """Return the verb of its button."""
        return _("Save the key result") if self._earlier else _("Add the key result")

    def save(self) -> Saved | None:
        """Store the key result; a shared one stays current."""
        made = read_key_result(self._form, self._known())
        if isinstance(made, dict):
            self._errors = made
            return None
        self._desk.okrs.save_key_result(made)
        self._desk.okrs.set_contributors(made.uid, self._form.people.split())
        news = bridge_news(made.title, refresh(self._desk.okrs, made.uid))
        return Saved(news or Notice(Tone.GOOD, _("Key result saved: {title}").format(title=made.title)))

    def _known(self) -> Known:
        okrs, uid = self._desk.okrs, self._earlier.uid if self._earlier else ""
        return Known(
            objective_uid=self._objective.uid,
            cycle=okrs.cycle(self._objective.cycle_uid),
            today=self._desk.today(),
            earlier=self._earlier,
            has_check_ins=bool(uid and okrs.check_ins(uid)),
            has_reflection=bool(uid and okrs.reflection(uid)),
        )

    def _name_warning(self) -> str:
        """Return what the neutral name gives away beside the levels typed so far and the score of today."""
        scores = scores_of(known_result(self._desk.okrs, self._earlier)) if self._earlier else ()
        form = self._form
        held = held_words("name", form.neutral_name, form.unit, level_numbers(form), scores)
        return why_held(held) if held else ""


def _late(known: Known) -> str:
    return _(
        "“{cycle}” began on {day}. Levels are written before a cycle starts, so that nobody fits them to the "
        "outcome. If they come late, say why: the reason stays visible."
    ).format(cycle=known.cycle.name, day=day(known.cycle.starts_on))


def _kind_help(kind: KeyResultKind) -> str:
    return {
        KeyResultKind.METRIC: _(
            "A number that moves from where it is to where you want it. Prefer this kind: it shows whether anything "
            "changed."
        ),
        KeyResultKind.MILESTONE: _(
            "Something that is done or not done, without a number and without a score. Ask yourself what changes "
            "once it is done; that is often the better key result."
        ),
        KeyResultKind.BASELINE: _(
            "You do not know the number yet: finding it out is the result. Say when and how you will measure; next "
            "cycle it becomes the start of a metric."
        ),
    }[kind]
