"""How the rules of a good roll-out stand, in words: each says why it counts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from desktop.i18n import _, ngettext
from desktop.models.readiness import DO_NOT, Check, Rule, Standing
from desktop.presenters.firm.rollout_screen import CheckRow
from desktop.wording import day

_PARTS = {
    Rule.HR: "engaged-hr",
    Rule.SPONSOR: "engaged-sponsor",
    Rule.SYSTEM: "system",
    Rule.REVIEWS: "topic-reviews",
    Rule.EXPLAINED: "engaged-explainer",
    Rule.COACHES: "engaged-coach",
    Rule.PAY: "topic-pay",
    Rule.PARAMETERS: "topic-levels",
    Rule.PAGE: "topic-rule",
    Rule.NO_PAY_BY_SCORE: "system",
    Rule.ONE_AT_A_TIME: "system",
}


class _Words(NamedTuple):
    title: str
    why: str
    todo: str


def check_row(check: Check) -> CheckRow:
    """Return one line of the checklist."""
    words = _words()[check.rule]
    return CheckRow(str(check.rule), words.title, words.why, str(check.standing), _state(check), _part(check))


def next_words(check: Check | None) -> tuple[str, str, str]:
    """Return what to see to next, why, and the part of the page where that is done ("" for none)."""
    if check is None:
        return _("Nothing is missing. Look here again before each new cycle."), "", ""
    words = _words()[check.rule]
    if check.standing is Standing.BROKEN:
        return _("Look at this first: {what}").format(what=_state(check)), words.why, _part(check)
    return _("Next: {what}").format(what=words.todo), words.why, _part(check)


def _part(check: Check) -> str:
    """Return where a rule is seen to: a topic, those engaged for one thing, the system, or the OKRs."""
    if check.rule in (Rule.PARAMETERS, Rule.PAGE, Rule.NO_PAY_BY_SCORE) and check.about:
        return f"topic-{check.about[0]}"
    return _PARTS.get(check.rule, "okrs")


def progress(found: Sequence[Check]) -> str:
    """Return how much of the list is kept."""
    kept = sum(each.standing is Standing.KEPT for each in found)
    return _("{kept} of {all} kept").format(kept=kept, all=len(found))


def _state(check: Check) -> str:
    """Return how a rule stands, in a few words that do not need its colour."""
    told = _told().get(check.rule)
    if check.standing is Standing.ALLOWED:
        return _("Not kept; the sponsor has allowed it.")
    if told and check.standing is not Standing.KEPT:
        return told(check)
    if check.standing is Standing.KEPT:
        if check.rule is Rule.PAGE:
            return _("Nothing on it is open: save it and publish it.")
        return _("Kept") if check.rule in DO_NOT else _("Done")
    return _("Missing")


def _told() -> Mapping[Rule, Callable[[Check], str]]:
    """Return how to say what is not kept, where there is more to say than that."""
    return {
        Rule.COACHES: _coaches,
        **dict.fromkeys((Rule.HR, Rule.SPONSOR, Rule.EXPLAINED), _coming),
        **dict.fromkeys((Rule.REVIEWS, Rule.PAY), lambda _check: _unsettled()),
        **dict.fromkeys((Rule.PARAMETERS, Rule.PAGE), _some_settled),
        Rule.RHYTHM: lambda check: ngettext(
            "Nobody has checked in for {n} day.", "Nobody has checked in for {n} days.", check.done
        ).format(n=check.done),
        Rule.NO_PAY_BY_SCORE: _pay,
        Rule.ONE_AT_A_TIME: _together,
        Rule.TEAM_FIRST: lambda check: _("These belong to one person: {titles}").format(titles=_listed(check.about)),
        Rule.FEW: lambda check: _("More than five key results: {titles}").format(titles=_listed(check.about)),
        Rule.NO_TASK_LIST: lambda check: _("Only milestones: {titles}").format(titles=_listed(check.about)),
    }


def _coming(check: Check) -> str:
    """Return that nobody is won yet; `about` is the day from which somebody will be."""
    if not check.about:
        return _("Missing")
    return _("Nobody yet; it counts from {day}.").format(day=day(date.fromisoformat(check.about[0])))


def _unsettled() -> str:
    return _("Not settled: it takes an answer, who decided it and when.")


def _some_settled(check: Check) -> str:
    sentence = _("{n} of {all} are settled: with an answer, who decided it and when.")
    return sentence.format(n=check.done, all=check.of)


def _together(check: Check) -> str:
    if check.standing is Standing.MISSING:
        return _("A new one is coming, and its start is not set.")
    sentence = _("A new performance system is to start within “{cycle}”, your first.")
    return sentence.format(cycle=_listed(check.about))


def _pay(check: Check) -> str:
    if check.standing is Standing.MISSING:
        return _("Say what decides about pay today.")
    if check.done:
        return _("One of your answers reads as if scores decided about pay or a rating.")
    return _("You wrote that OKR scores decide about pay.")


def _coaches(check: Check) -> str:
    if not check.of:
        return _("Nobody yet")
    return _("{n} of {all} have a name, and a day that has come.").format(n=check.done, all=check.of)


def _listed(titles: Sequence[str]) -> str:
    """Return a few titles, and how many more there are."""
    shown = [title if len(title) <= 60 else title[:59] + "…" for title in titles[:3]]
    more = [_("{n} more").format(n=len(titles) - 3)] if len(titles) > 3 else []
    return ", ".join([*shown, *more])


def _words() -> Mapping[Rule, _Words]:
    return {**_do_words(), **_do_not_words()}


def _do_words() -> Mapping[Rule, _Words]:
    return {
        Rule.HR: _Words(
            _("Win HR leadership early"),
            _("They answer for the performance system. Asked late, they protect it; asked early, they help."),
            _("talk with HR leadership, and enter who and when."),
        ),
        Rule.SPONSOR: _Words(
            _("Win an executive sponsor"),
            _("Without somebody at the top, OKRs lose to the first busy month."),
            _("find an executive sponsor, and enter who and when."),
        ),
        Rule.SYSTEM: _Words(
            _("Understand the performance system you have"),
            _("What people fear from OKRs comes from how they are judged today."),
            _("describe how performance is judged today."),
        ),
        Rule.REVIEWS: _Words(
            _("Decide how OKRs and reviews relate"),
            _("If nobody decides it, everybody assumes that scores count."),
            _("settle parameter 7, how OKRs relate to reviews: answer, who decided, when."),
        ),
        Rule.EXPLAINED: _Words(
            _("Explain scores and values to everybody"),
            _("Who does not know what a score is for sets safe targets."),
            _("choose who explains to everybody what a score is for, and when."),
        ),
        Rule.COACHES: _Words(
            _("Prepare managers as coaches"),
            _("Both conversations live from questions. That takes practice before the first one."),
            _("enter which managers were prepared as coaches, and when."),
        ),
        Rule.PAY: _Words(
            _("Write down what may inform pay"),
            _("A value under a written plan can be checked by everybody; a score bends to what is wished for."),
            _("write down what may inform pay and what never does, who decided it and when."),
        ),
        Rule.PARAMETERS: _Words(
            _("Settle the ten parameters"),
            _("What is not settled is settled by each team in its own way."),
            _("settle the parameters that are still open: answer, who decided, when."),
        ),
        Rule.PAGE: _Words(
            _("Have a policy to publish"),
            _("People trust a rule that they can read, with a name and a day below it."),
            _("settle what is open on the policy page, then save it and publish it."),
        ),
        Rule.RHYTHM: _Words(
            _("Keep the rhythm of check-ins"),
            _("OKRs that nobody looks at are set and forgotten. Two weeks is a good rhythm."),
            _("check in on what runs."),
        ),
    }


def _do_not_words() -> Mapping[Rule, _Words]:
    return {
        Rule.NO_PAY_BY_SCORE: _Words(
            _("Do not pay by score"),
            _("Paid by score, people choose targets that they are sure of, and nobody learns."),
            _("say what decides about pay today."),
        ),
        Rule.ONE_AT_A_TIME: _Words(
            _("Do not start OKRs and a new performance system together"),
            _("People take the two for one, and scores for ratings."),
            _("set when the new performance system starts."),
        ),
        Rule.TEAM_FIRST: _Words(
            _("Do not begin with individual OKRs"),
            _("OKRs of one person turn into task lists and are soon read as a judgement."),
            "",
        ),
        Rule.FEW: _Words(
            _("Do not take on too much"),
            _("Of more than five key results, the last ones are never looked at."),
            "",
        ),
        Rule.NO_TASK_LIST: _Words(
            _("Do not make a task list of key results"),
            _("Tasks tell what was done, not what changed."),
            "",
        ),
    }
