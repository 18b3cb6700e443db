"""What is said about the value of a key result and pay, while it is being typed."""

from collections.abc import Callable
from dataclasses import replace

from desktop.flows.okr.publishing import refresh
from desktop.i18n import _, say
from desktop.models.ids import new_uid
from desktop.models.pay import PayMark, PayPlan, check_disguise, disguised_link
from desktop.models.problems import Problem
from desktop.models.typed import name_of
from desktop.presenters.notice import Notice, Tone, read
from desktop.presenters.okr.okr_drafts import Desk, Saved
from desktop.presenters.okr.okrs_screen import PayForm, PayFormScreen
from desktop.presenters.okr.pay_words import warning
from desktop.presenters.okr.sharing_words import bridge_news

UNSAID, NEVER, PLAN = "unsaid", "never", "plan"


class PayDraft:
    """Nothing said, never pay, or a written plan; the plan's own words are written here, too."""

    def __init__(self, desk: Desk, key_result_uid: str) -> None:
        self.place = key_result_uid
        self._desk = desk
        self._result = desk.okrs.key_result(key_result_uid)
        self._form = self._stored()
        self._errors: dict[str, str] = {}

    def type(self, field: str, text: str) -> None:
        """Take the newest words of a field; another plan brings its words along."""
        self._form = replace(self._form, **{field: text})
        if field == "plan":
            self._form = _with_plan(self._form, self._plan(text))
        self._errors.pop(field, None)

    def screen(self) -> PayFormScreen:
        """Return the form as it is typed, with what is wrong about the threshold."""
        found = disguised_link(self._result, self._form.threshold) if self._form.use == PLAN else None
        plans = self._desk.okrs.pay_plans()
        others = len(self._desk.okrs.named_by(self._form.plan)) if self._form.plan else 0
        return PayFormScreen(
            form=self._form,
            errors=dict(self._errors),
            uses=(
                (UNSAID, _("Nothing is said about it")),
                (PLAN, _("Its value may inform pay under a written plan")),
                (NEVER, _("It never touches pay")),
            ),
            plans=(*((plan.uid, plan.name) for plan in plans), ("", _("A new plan"))),
            shared_plan=_("A change of the plan’s words holds for every key result that names it.") if others else "",
            warning=warning(found) if found else "",
        )

    def save_label(self) -> str:
        """Return the verb of its button."""
        return _("Save what holds for pay")

    def save(self) -> Saved | None:
        """Store it; every shared key result that names the plan stays current."""
        self._errors = {}
        touched = {self.place}
        if self._form.use == UNSAID:
            self._desk.okrs.unmark_pay(self.place)
        elif self._form.use == NEVER:
            self._desk.okrs.mark_pay(PayMark(self.place))
        else:
            plan = self._read_plan()
            if plan is None:
                return None
            form = self._form
            mark = PayMark(self.place, plan.uid, form.threshold.strip(), self._kept_reason())
            self._desk.okrs.mark_pay(mark, plan)
            touched |= set(self._desk.okrs.named_by(plan.uid))
        held = [each for uid in sorted(touched) for each in refresh(self._desk.okrs, uid)]
        news = bridge_news(self._result.title, held)
        return Saved(news or Notice(Tone.GOOD, _("Saved: {title}").format(title=self._result.title)))

    def _stored(self) -> PayForm:
        mark = self._desk.okrs.pay_mark(self.place)
        if mark is None or mark.never:
            return PayForm(use=UNSAID if mark is None else NEVER)
        form = PayForm(use=PLAN, plan=mark.plan_uid, threshold=mark.threshold, reason=mark.reason)
        return _with_plan(form, self._plan(mark.plan_uid))

    def _plan(self, uid: str) -> PayPlan | None:
        return next((plan for plan in self._desk.okrs.pay_plans() if plan.uid == uid), None)

    def _read_plan(self) -> PayPlan | None:
        """Return the plan that is typed; None, with the errors kept, if it or its threshold cannot be."""
        form, errors = self._form, self._errors
        name = read(errors, "name", _reader(_("the name of the plan")), form.name)
        document = read(errors, "document", _reader(_("where the plan is written down")), form.document)
        decided_by = read(errors, "decided_by", _reader(_("who decides by the plan")), form.decided_by)
        try:
            check_disguise(self._result, form.threshold, form.reason)
        except Problem as problem:
            errors["reason"] = say(problem)
        if errors or name is None or document is None or decided_by is None:
            return None
        return PayPlan(form.plan or new_uid(), name, document, decided_by)

    def _kept_reason(self) -> str:
        """Return the reason, "" where nothing asks for one any more."""
        return self._form.reason.strip() if disguised_link(self._result, self._form.threshold) else ""


def _with_plan(form: PayForm, plan: PayPlan | None) -> PayForm:
    if plan is None:
        return replace(form, name="", document="", decided_by="")
    return replace(form, name=plan.name, document=plan.document, decided_by=plan.decided_by)


def _reader(what: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        return name_of(text, what)

    return parse
