"""What the sample firm has decided about its two conversations, and whom it has won."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.flows.sample.days import Calendar, sample_uid
from desktop.models.policy import Change, Decision, Engagement, PayLink, PerformanceSystem, Role, Topic

if TYPE_CHECKING:
    from desktop.storage.vault import Vault


def add_policy(vault: "Vault", told: Mapping[str, Any], calendar: Calendar) -> None:
    """Write down the firm's answers; its people are in the vault already."""
    for each in told["decisions"]:
        decision = Decision(Topic(each["topic"]), each["answer"], each["by"], _day(each, calendar))
        vault.policy.save_decision(decision)
    for number, each in enumerate(told["engaged"]):
        vault.policy.save_engagement(_engagement(vault, each, str(number), calendar))
    words = {name: told["system"][name] for name in ("rating", "pay", "dates", "forms", "decides")}
    link, change = PayLink(told["system"]["pay_link"]), Change(told["system"]["change"])
    vault.policy.save_system(PerformanceSystem(**words, pay_link=link, change=change))


def _engagement(vault: "Vault", told: Mapping[str, Any], key: str, calendar: Calendar) -> Engagement:
    person_uid = sample_uid(told["person"]) if "person" in told else ""
    name = vault.people.person(person_uid).name if person_uid else told["name"]
    return Engagement(sample_uid("engaged", key), Role(told["role"]), name, _day(told, calendar), person_uid)


def _day(told: Mapping[str, Any], calendar: Calendar) -> str:
    return calendar.working_day(told["day"]).isoformat() if "day" in told else ""
