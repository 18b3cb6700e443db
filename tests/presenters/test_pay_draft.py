"""Value and pay on the OKRs screen, and what of it the performance side gets to know."""

import pytest

from desktop.flows.okr.publishing import share
from desktop.models.bridge import MetricFact
from desktop.presenters.okr.okrs import OkrsPresenter
from desktop.presenters.okr.okrs_screen import KeyResultRow, OkrsScreen, PayFormScreen
from desktop.presenters.talk.fact_words import fact_row
from tests.world import TODAY, World


@pytest.fixture
def okrs(world: World) -> OkrsPresenter:
    return OkrsPresenter(world.vault.okrs, world.vault.people, lambda: TODAY)


def form(screen: OkrsScreen) -> PayFormScreen:
    assert screen.open_form is not None
    assert isinstance(screen.open_form.screen, PayFormScreen)
    return screen.open_form.screen


def row(screen: OkrsScreen) -> KeyResultRow:
    return screen.groups[0].objectives[0].key_results[0]


def plan(okrs: OkrsPresenter, world: World, **texts: str) -> OkrsScreen:
    okrs.begin("pay", world.key_result.uid)
    words = {"use": "plan", "name": "Service plan", "document": "Annex 3", "decided_by": "Board"} | texts
    for field, text in words.items():
        okrs.type(field, text)
    return okrs.save()


def published(world: World) -> MetricFact:
    (fact,) = world.vault.facts.named([world.key_result.uid])
    return fact


def test_a_plan_stands_at_the_key_result_and_its_words_alone_cross(world: World, okrs: OkrsPresenter) -> None:
    share(world.vault.okrs, world.key_result.uid)
    screen = plan(okrs, world, threshold="6.25 h")
    assert screen.open_form is None
    assert "“Service plan” (document: Annex 3; decided by Board). The score never does." in row(screen).pay
    assert "6.25 h" in row(screen).pay
    fact = published(world)
    assert (fact.pay_plan, fact.pay_document, fact.pay_decided_by) == ("Service plan", "Annex 3", "Board")
    assert "6.25" not in repr(fact)
    assert "may inform pay under “Service plan”" in fact_row(fact).detail


def test_a_value_that_never_touches_pay_says_so_and_can_be_unsaid(world: World, okrs: OkrsPresenter) -> None:
    share(world.vault.okrs, world.key_result.uid)
    plan(okrs, world, threshold="6.25 h")
    okrs.begin("pay", world.key_result.uid)
    okrs.type("use", "never")
    assert row(okrs.save()).pay == "Never touches pay."
    assert fact_row(published(world)).detail.endswith("Never touches pay.")
    assert world.vault.okrs.pay_plans() == ()
    okrs.begin("pay", world.key_result.uid)
    okrs.type("use", "unsaid")
    assert row(okrs.save()).pay == ""
    assert "pay" not in fact_row(published(world)).detail


def test_a_threshold_at_a_level_is_pointed_out_and_stands_only_with_a_reason(world: World, okrs: OkrsPresenter) -> None:
    target = f"{world.key_result.target} {world.key_result.unit}"
    screen = plan(okrs, world, threshold=target)
    assert "is the target level of this key result: paying at it is paying by score" in form(screen).warning
    assert "write down why" in form(screen).errors["reason"]
    assert world.vault.okrs.pay_mark(world.key_result.uid) is None
    okrs.type("reason", "The plan is older and ends in June.")
    shown = row(okrs.save())
    assert "It stands, because: The plan is older and ends in June." in shown.pay_link


def test_levels_that_change_later_make_an_older_threshold_a_disguise(world: World, okrs: OkrsPresenter) -> None:
    assert row(plan(okrs, world, threshold="4.75 h")).pay_link == ""
    okrs.begin("edit-key-result", world.key_result.uid)
    okrs.type("target", "4.75")
    okrs.type("late_reason", "Typing mistake")
    shown = row(okrs.save())
    assert "target level" in shown.pay_link
    assert "Nobody said yet why." in shown.pay_link


def test_a_plan_whose_words_tell_a_level_ends_sharing(world: World, okrs: OkrsPresenter) -> None:
    share(world.vault.okrs, world.key_result.uid)
    screen = plan(okrs, world, document=f"Bonus from {world.key_result.target} h")
    assert screen.notice is not None
    assert "no longer shared" in screen.notice.text
    assert world.vault.facts.named([world.key_result.uid]) == ()


def test_the_plan_needs_name_document_and_who_decides(world: World, okrs: OkrsPresenter) -> None:
    assert set(form(plan(okrs, world, name="", document=" ", decided_by="")).errors) == {
        "name",
        "document",
        "decided_by",
    }
