"""What a firm decides and whom it wins, in words: what each is, and the question a coach would ask."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop.i18n import _
from desktop.models.policy import Change, PayLink, Role, Topic


class TopicWords(NamedTuple):
    """A topic's name, what it is, and its question."""

    title: str
    what: str
    question: str


class RoleWords(NamedTuple):
    """What somebody is won for, why, and the verb that adds one."""

    title: str
    what: str
    add: str


def topics() -> Mapping[Topic, TopicWords]:
    """Return the words of every topic."""
    return {**_parameters(), **_on_the_page()}


def roles() -> Mapping[Role, RoleWords]:
    """Return the words of everything people are won for."""
    return {
        Role.HR: RoleWords(
            _("HR leadership"),
            _("They know the performance system and answer for it. Talk with them before the first OKR is written."),
            _("Add somebody from HR leadership"),
        ),
        Role.SPONSOR: RoleWords(
            _("Executive sponsor"),
            _("Somebody at the top who wants this, says so, and alone may allow an exception."),
            _("Add the sponsor"),
        ),
        Role.EXPLAINER: RoleWords(
            _("Who explains scores and values to everybody"),
            _("One person tells all staff what a score is for, what it is never used for, and what a value is."),
            _("Add who explains it"),
        ),
        Role.COACH: RoleWords(
            _("Managers prepared as coaches"),
            _("Each manager has practised both conversations before leading one: asking, listening, no verdicts."),
            _("Add a manager"),
        ),
    }


def pay_links() -> Mapping[PayLink, str]:
    """Return what may decide about pay."""
    return {
        PayLink.UNSAID: _("Not said yet"),
        PayLink.NONE: _("Neither ratings nor OKRs"),
        PayLink.VALUES: _("Measured values, under a written plan"),
        PayLink.RATING: _("A rating of the person"),
        PayLink.SCORE: _("OKR scores"),
    }


def changes() -> Mapping[Change, str]:
    """Return whether the performance system stays."""
    return {
        Change.UNSAID: _("Not said yet"),
        Change.SAME: _("It stays as it is"),
        Change.CHANGED: _("It is being changed"),
        Change.NEW: _("A new one is coming"),
    }


def _parameters() -> Mapping[Topic, TopicWords]:
    return {
        Topic.LEVELS: TopicWords(
            _("1 · Levels"),
            _("Whose objectives there are: the company's, teams', single people's. Begin with the first two."),
            _("At which levels do you set OKRs, and why there?"),
        ),
        Topic.NUMBER: TopicWords(
            _("2 · How many, and the balance"),
            _("Two or three objectives with two to five key results each; some for customers, some for yourselves."),
            _("How many OKRs can a team carry, and how many look inward?"),
        ),
        Topic.SCORING: TopicWords(
            _("3 · Scoring and progress"),
            _("Commit, target and stretch are written before the cycle; check-ins tell value, date and source."),
            _("How is a key result scored, and how does everybody learn where it stands?"),
        ),
        Topic.CYCLE: TopicWords(
            _("4 · Length of a cycle"),
            _("The time one set of OKRs lasts: often three or four months."),
            _("How soon can you see that something has changed?"),
        ),
        Topic.KINDS: TopicWords(
            _("5 · Kinds of key results"),
            _("A metric moves a number, a baseline measures it for the first time, a milestone is done or not."),
            _("Which of the three do you use, and when is a milestone allowed?"),
        ),
        Topic.PLACE: TopicWords(
            _("6 · Where OKRs live"),
            _("Where they are drafted, published for all, and followed."),
            _("Where does somebody look who wants to know what another team is after?"),
        ),
        Topic.REVIEWS: TopicWords(
            _("7 · Relation to performance reviews"),
            _("A review may use what was reached and learned, never the score. Decide it before somebody asks."),
            _("How do OKRs come up in a performance conversation, and how do they not?"),
        ),
        Topic.KPIS: TopicWords(
            _("8 · OKR or KPI"),
            _("A KPI tells whether things run; it becomes a key result while improving it is the aim."),
            _("Which numbers do you only watch, and which do you want to move?"),
        ),
        Topic.ALIGNMENT: TopicWords(
            _("9 · Alignment"),
            _("How teams make sure that their OKRs help each other and the company."),
            _("Who talks with whom before OKRs are settled?"),
        ),
        Topic.BOTTOM_UP: TopicWords(
            _("10 · From the teams"),
            _("Most OKRs come from those who do the work; a cascade from the top takes the reason away."),
            _("How do teams propose their own OKRs?"),
        ),
    }


def _on_the_page() -> Mapping[Topic, TopicWords]:
    return {
        Topic.RULE: TopicWords(
            _("The rule in your words"),
            _("One or two sentences. They stand on every note that is sealed from now on."),
            _("What is a score for, and what does it never decide?"),
        ),
        Topic.PAY: TopicWords(
            _("What may inform pay"),
            _("The value of a metric may, under a written plan with a name. The score never does."),
            _("Under which plan may measured values inform pay, and who decides?"),
        ),
        Topic.ACCESS: TopicWords(
            _("Who sees what"),
            _("Who reads OKRs, OKR notes and performance notes, and where they are kept."),
            _("Who sees the notes, and who does not?"),
        ),
        Topic.DISAGREEING: TopicWords(
            _("How to disagree"),
            _("A note confirms that it was received, not that it is agreed. Say how an own statement is added."),
            _("What does somebody do who sees it otherwise?"),
        ),
        Topic.CONTACT: TopicWords(
            _("Whom to ask"),
            _("A name or a place, and how to reach it."),
            _("Whom can everybody ask about this?"),
        ),
        Topic.FIRST_CYCLES: TopicWords(
            _("How many cycles count as first"),
            _("In these, objectives of single people are stopped unless the sponsor allows one. At least two."),
            _("Number of cycles, from 2 to 12"),
        ),
    }
