"""The forms about a key result as a view shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.i18n import _
from desktop.models.okr import KeyResult, KeyResultKind, Reflection
from desktop.presenters.okr.held_back import why_held
from desktop.presenters.okr.key_result_forms import CheckInForm, ReflectionForm, learning_held, outcome_words, rescored
from desktop.presenters.okr.okr_card import KeyResultCard
from desktop.presenters.okr.okr_words import score_words, value_words
from desktop.wording import day


@dataclass(frozen=True, slots=True)
class CheckInScreen:
    """A check-in being typed. `yes_no`: the value is done / not done; `outcome`: what the typed value means."""

    card: KeyResultCard
    form: CheckInForm
    errors: Mapping[str, str]
    yes_no: bool
    unit: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ReflectionScreen:
    """A reflection being typed. `earlier` is the final value set before ("" for none), `asks_reason`: say why now."""

    card: KeyResultCard
    form: ReflectionForm
    errors: Mapping[str, str]
    yes_no: bool
    unit: str
    outcome: str
    earlier: str = ""
    asks_reason: bool = False
    learning_warning: str = ""


def check_in_screen(
    result: KeyResult, card: KeyResultCard, form: CheckInForm, errors: Mapping[str, str]
) -> CheckInScreen:
    """Return the form for a check-in of `result`."""
    yes_no = result.kind is KeyResultKind.MILESTONE
    return CheckInScreen(card, form, errors, yes_no, result.unit, outcome_words(result, form.value))


def reflection_screen(
    result: KeyResult,
    card: KeyResultCard,
    form: ReflectionForm,
    errors: Mapping[str, str],
    before: Reflection | None,
) -> ReflectionScreen:
    """Return the form for a reflection on `result`; `before` is the one recorded already."""
    held = learning_held(result, form)
    return ReflectionScreen(
        card=card,
        form=form,
        errors=errors,
        yes_no=result.kind is KeyResultKind.MILESTONE,
        unit=result.unit,
        outcome=outcome_words(result, form.value),
        earlier=_earlier(result, before) if before else "",
        asks_reason=rescored(result, form.value, before),
        learning_warning=why_held(held) if held else "",
    )


def _earlier(result: KeyResult, before: Reflection) -> str:
    said = value_words(result, before.value)
    if result.levels:
        said = f"{said} ({score_words(result, before.value)})"
    return _("Final value set before: {value}, as of {day}").format(value=said, day=day(before.as_of))
