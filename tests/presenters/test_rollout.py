"""The Roll-out page without pixels."""

from pathlib import Path

import pytest

from desktop.models.policy import Change, PayLink, Role, Topic
from desktop.presenters.firm.rollout import RollOutPresenter
from desktop.presenters.firm.rollout_screen import CheckRow, RollOutScreen, TopicRow
from desktop.presenters.notice import Tone
from desktop.presenters.pages import Pages
from tests.world import TODAY, World

STRANGE = '<b>&" لا أوافق على كل شيء\n' + "long " * 4000


def presenter(world: World, folder: Path) -> RollOutPresenter:
    return RollOutPresenter(world.vault, folder, lambda pdf: Pages((), lambda number, width: None), lambda: TODAY)  # type: ignore[arg-type,return-value]


@pytest.fixture
def page(world: World, tmp_path: Path) -> RollOutPresenter:
    return presenter(world, tmp_path)


def topic(screen: RollOutScreen, name: str) -> TopicRow:
    return next(each for each in (*screen.parameters, *screen.page) if each.key == name)


def check(screen: RollOutScreen, key: str) -> CheckRow:
    return next(each for each in (*screen.do, *screen.do_not) if each.key == key)


def test_an_empty_firm_is_told_where_to_begin(page: RollOutPresenter) -> None:
    screen = page.open()
    assert screen.is_empty
    assert screen.next_step == "Next: talk with HR leadership, and enter who and when."
    assert len(screen.parameters) == 10
    assert all(each.what and each.question and each.title for each in (*screen.parameters, *screen.page))
    assert all(each.why and each.state for each in (*screen.do, *screen.do_not))


def test_everything_is_kept_as_typed_and_there_after_a_restart(
    world: World, tmp_path: Path, page: RollOutPresenter
) -> None:
    page.type("topic/reviews/answer", STRANGE)
    page.type("topic/reviews/decided_by", "Ana & Bo")
    page.type("topic/reviews/decided_on", "31.2.2026")
    for name in ("rating", "pay", "dates", "forms", "decides"):
        page.type(f"system//{name}", STRANGE)
    page.type("system//pay_link", "rating")
    uid = page.add("hr").engaged[0].rows[0].uid
    page.type(f"engaged/{uid}/name", STRANGE)
    page.type(f"engaged/{uid}/engaged_on", "soon")
    assert world.vault.writer.flush(5)
    screen = presenter(world, tmp_path).open()
    told = topic(screen, "reviews")
    assert (told.answer, told.decided_by, told.decided_on) == (STRANGE, "Ana & Bo", "31.2.2026")
    assert "no day 31.2.2026" in told.day_error
    assert (screen.system.rating, screen.system.decides, screen.system.pay_link) == (STRANGE, STRANGE, "rating")
    row = screen.engaged[0].rows[0]
    assert (row.name, row.engaged_on) == (STRANGE, "soon") and "not a date" in row.day_error
    assert not screen.is_empty


def test_the_checklist_lives(page: RollOutPresenter) -> None:
    uid = page.add("hr").engaged[0].rows[0].uid
    page.type(f"engaged/{uid}/name", "Nele")
    assert check(page.open(), "hr").standing == "missing"
    screen = page.type(f"engaged/{uid}/engaged_on", "2026-10-01")
    assert check(screen, "hr").state == "Done"
    assert screen.next_step.startswith("Next: find an executive sponsor")
    screen = page.type("system//pay_link", str(PayLink.SCORE))
    assert screen.next_step == "Look at this first: You wrote that OKR scores decide about pay."
    page.type("topic/reviews/answer", "Two talks")
    page.type("topic/reviews/decided_by", "Ana")
    assert check(page.open(), "parameters").state.startswith("0 of 10 are settled")
    assert check(page.open(), "reviews").state.startswith("Not settled")
    settled = page.type("topic/reviews/decided_on", "2026-11-20")
    assert check(settled, "parameters").state.startswith("1 of 10 are settled")
    assert check(settled, "reviews").state == "Done"


def test_a_day_to_come_wins_nobody_yet(page: RollOutPresenter) -> None:
    uid = page.add("hr").engaged[0].rows[0].uid
    page.type(f"engaged/{uid}/name", "Nele")
    screen = page.type(f"engaged/{uid}/engaged_on", "2099-01-01")
    assert check(screen, "hr").state == "Nobody yet; it counts from 1 Jan 2099."
    assert screen.next_step == "Next: talk with HR leadership, and enter who and when."


def test_a_start_that_is_typed_and_not_set_is_not_kept(page: RollOutPresenter) -> None:
    assert check(page.type("system//change", "new"), "one-at-a-time").standing == "missing"
    screen = page.type("system//starts_on", "2026-11-01")
    assert check(screen, "one-at-a-time").standing == "broken"
    assert "within “Q4 2026”" in check(screen, "one-at-a-time").state
    assert check(page.start(), "one-at-a-time").standing == "broken"
    screen = page.type("system//starts_on", "2027-02-01")
    assert check(screen, "one-at-a-time").state == "A new one is coming, and its start is not set."
    assert check(page.start(), "one-at-a-time").state == "Kept"
    assert check(page.type("system//starts_on", "2026-12-31"), "one-at-a-time").standing == "broken"
    assert check(page.type("system//change", "same"), "one-at-a-time").standing == "kept"


def test_a_policy_is_ready_once_everything_on_it_is_settled(page: RollOutPresenter) -> None:
    for name in ("rule", "access", "disagreeing"):
        page.type(f"topic/{name}/answer", "?")
        page.type(f"topic/{name}/decided_by", "Ana")
        page.type(f"topic/{name}/decided_on", "2026-11-01")
    page.type("topic/contact/answer", "Nele Brandt")
    assert check(page.open(), "page").state.startswith("1 of 4 are settled")
    for name in ("rule", "access", "disagreeing"):
        page.type(f"topic/{name}/answer", "Scores teach.")
    assert check(page.open(), "page").standing == "kept"
    assert check(page.type("topic/access/decided_on", "2027-01-01"), "page").standing == "missing"


def test_somebody_of_the_vault_is_added_by_name_and_can_go(world: World, page: RollOutPresenter) -> None:
    screen = page.add("coach", world.employee.uid)
    (row,) = next(each for each in screen.engaged if each.role == "coach").rows
    assert row.name == world.employee.name
    assert world.vault.writer.flush(5)
    (kept,) = world.vault.policy.engagements()
    assert (kept.role, kept.person_uid) == (Role.COACH, world.employee.uid)
    page.remove(row.uid)
    assert world.vault.writer.flush(5)
    assert world.vault.policy.engagements() == ()
    assert page.type(f"engaged/{row.uid}/name", "late words").engaged[3].rows == ()


def test_a_new_system_in_the_first_cycle_takes_the_sponsors_word(world: World, page: RollOutPresenter) -> None:
    assert not page.open().system.asks_start
    assert page.type("system//change", str(Change.NEW)).system.asks_start
    page.type("system//starts_on", "2026-11-01")
    stopped = page.start()
    assert "People would take the two for one" in stopped.system.stopped
    assert stopped.system.starts == "No start is set yet."
    assert "Nobody is entered as executive sponsor" in stopped.system.sponsor_errors[0]
    uid = next(each for each in page.add("sponsor").engaged if each.role == "sponsor").rows[0].uid
    page.type(f"engaged/{uid}/name", "Ines Amador")
    page.type(f"engaged/{uid}/engaged_on", "2026-10-01")
    unsaid = page.allow()
    assert all(unsaid.system.sponsor_errors)
    page.type("sponsor//reason", "x")
    page.type("sponsor//name", "Mira Solberg (me)")
    other = page.allow()
    assert "is not entered as executive sponsor" in other.system.sponsor_errors[0]
    assert "three words" in other.system.sponsor_errors[1]
    assert world.vault.policy.overrides() == ()
    page.type("sponsor//name", "Ines Amador")
    page.type("sponsor//reason", "We are nine people.")
    screen = page.allow()
    assert screen.system.starts == "It starts on 1 Nov 2026."
    assert check(screen, "one-at-a-time").standing == "allowed"
    (line,) = screen.overrides
    assert line.startswith(
        "A new performance system from 1 Nov 2026, in the first OKR cycle – allowed by Ines Amador, "
    )
    assert line.endswith(": We are nine people.")


def test_another_day_is_another_question(page: RollOutPresenter) -> None:
    page.type("system//change", "new")
    page.type("system//starts_on", "2026-11-01")
    page.start()
    page.type("sponsor//name", "Ines Amador")
    screen = page.type("system//starts_on", "2026-11-02")
    assert (screen.system.stopped, screen.system.sponsor) == ("", "")
    assert "soon" in page.type("system//starts_on", "soon").system.starts_error
    page.type("system//starts_on", "")
    assert "Enter the day" in page.start().system.starts_error


def test_a_start_can_be_taken_back(world: World, page: RollOutPresenter) -> None:
    for undo in (page.withdraw, lambda: page.type("system//change", "same")):
        page.type("system//change", "new")
        page.type("system//starts_on", "2027-02-01")
        assert page.start().system.starts == "It starts on 1 Feb 2027."
        typed = page.type("system//starts_on", "2027-03-01").system.starts
        assert typed == "Set is 1 Feb 2027; what stands above is not set yet."
        undo()
        assert world.vault.policy.launch_on() is None


def test_a_rule_that_is_too_long_for_a_note_says_so(page: RollOutPresenter) -> None:
    assert "shorten it to 1000" in topic(page.type("topic/rule/answer", STRANGE), "rule").error
    assert topic(page.type("topic/rule/answer", "Scores teach."), "rule").error == ""
    assert "from 2 to 12" in topic(page.type("topic/first-cycles/answer", "1"), "first-cycles").error


def test_the_page_is_saved_beside_the_notes(tmp_path: Path, page: RollOutPresenter) -> None:
    page.type("topic/rule/answer", "Scores teach.")
    path = page.save_page()
    assert path.parent == tmp_path
    notice = page.saved_page(path).notice
    assert notice is not None and str(path) in notice.text
    assert notice.tone is Tone.WARN
    assert "Not decided yet: Two conversations, What a score is for, What may inform pay, Who sees what" in notice.text
    for name in Topic:
        page.type(f"topic/{name}/answer", "Settled")
    assert page.open().page_open == ""
    settled = page.saved_page(path).notice
    assert settled is not None and settled.tone is Tone.GOOD


def test_words_that_wait_for_the_disk_are_not_taken_back(world: World, page: RollOutPresenter) -> None:
    page.open()
    world.vault.writer.put(("hold", 1), lambda: None)
    page.type("topic/rule/answer", "Scores teach.")
    assert topic(page.open(), "rule").answer == "Scores teach."
    assert world.vault.writer.flush(5)
    assert world.vault.policy.decisions()[Topic.RULE].answer == "Scores teach."


def test_an_answer_that_ties_scores_to_pay_is_pointed_out(page: RollOutPresenter) -> None:
    screen = page.type("topic/pay/answer", "OKR scores count for 30 % of the bonus.")
    assert "reads as if a score decided" in topic(screen, "pay").error
    assert screen.next_step.endswith("One of your answers reads as if scores decided about pay or a rating.")
    screen = page.type("topic/pay/answer", "Scores do not decide pay or ratings.")
    assert topic(screen, "pay").error == ""
    assert check(page.type("system//pay", "The score decides the bonus."), "no-pay-by-score").standing == "broken"
