"""Before a performance conversation: the employee's sheet goes out and comes back, the manager looks at the facts."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.filing import write_new
from desktop.flows.keys.checking import read_file
from desktop.flows.naming import file_name, name_part
from desktop.flows.performance.preparing import make_sheet, objectives_of
from desktop.flows.performance.sheet_return import examine_sheet, keep_sheet
from desktop.i18n import _, ngettext, say
from desktop.models.conversation import Commitment, Conversation, State
from desktop.models.guide import Kind
from desktop.models.ids import new_uid, now
from desktop.models.people import Person, first_name
from desktop.models.performance import Evidence, Leaning, Sense
from desktop.models.preparation import (
    Moment,
    Said,
    SheetTaken,
    Timing,
    asked,
    newest,
    said_of,
    sent_between,
    timing,
)
from desktop.models.problems import Problem
from desktop.models.typed import day_of, is_blank
from desktop.presenters.notice import Notice, Tone
from desktop.presenters.performance.evidence_words import evidence_detail
from desktop.presenters.performance.picking import spread_over
from desktop.presenters.performance.preparation_screen import MomentCard, PrepareScreen, SheetWords
from desktop.presenters.performance.sheet_words import arrival_notice
from desktop.presenters.talk.coaching import PRIVATE, Spot
from desktop.presenters.talk.conversation_screen import Box
from desktop.wording import beside, day, isolated, moment

if TYPE_CHECKING:
    from desktop.documents.papers.manager_sheet import ManagerSheet
    from desktop.presenters.performance.performance_side import PerformanceSide
    from desktop.presenters.talk.coaching import Advice, Coaching, Mark
    from desktop.presenters.talk.words import Words
    from desktop.storage.vault import Vault


_ON_PAPER = 40
"""How many observations stand on the manager's sheet, some of every month: nobody reads two hundred pages."""


class PreparePresenter:
    """Leads one talk up to its beginning; sheets are written into `folder`."""

    def __init__(
        self,
        vault: "Vault",
        side: "PerformanceSide",
        words: "Words",
        folder: Path,
        today: Callable[[], date] = date.today,
        coach: "Coaching | None" = None,
    ) -> None:
        self._vault = vault
        self._side = side
        self._words = words
        self._opened = 0
        self._folder = folder
        self._today = today
        self._coach = coach
        self._talk: Conversation
        self._errors: dict[str, str] = {}
        self._days: dict[str, str] = {}

    def open(self, uid: str) -> PrepareScreen:
        """Show the preparation of a talk."""
        self._talk = self._vault.conversations(Kind.PERFORMANCE).conversation(uid)
        self._errors, self._days = {}, {}
        self._opened += 1
        return self._screen()

    def making(self) -> Callable[[], Notice]:
        """Return what writes a new sheet and tells where it lies (a worker's; raises Problem)."""
        return partial(_made, self._vault, self._talk.uid, self._folder)

    def printing(self) -> Callable[[], Notice]:
        """Return what writes the manager's own sheet and tells where it lies (a worker's; raises Problem)."""
        talk, person = self._talk, self._person()
        name = file_name((_("Your preparation"), name_part(person.name, 80), f"{talk.held_on}"), ".pdf")
        return partial(_printed, self._folder, name, partial(self._own_sheet, talk, person))

    def taking_in(self, path: Path) -> Callable[[], Notice]:
        """Return what takes in a sheet that came back, and tells what came of it (a worker's; raises Problem)."""
        return partial(_taken_in, self._vault, path, self._talk.uid, self._name())

    def told(self, notice: Notice) -> PrepareScreen:
        """Show what came of it."""
        return self._screen(notice)

    def set_sent(self, text: str) -> PrepareScreen:
        """Say on which day the newest sheet was given away; empty for not yet."""
        self._errors.pop("sent", None)
        made = self._vault.preparation.made(self._talk.uid)
        try:
            if made:
                self._vault.preparation.set_sent(made[-1].uid, self._past(text) if text.strip() else None)
        except Problem as problem:
            self._errors["sent"] = say(problem)
        return self._screen()

    def type_private(self, section_id: str, text: str) -> None:
        """Keep the newest words of the private note of a section."""
        self._words.type_private(self._talk.uid, section_id, text)

    def looks(self) -> "Mapping[Spot, Callable[[str], Advice]]":
        """Return what looks at the private note of each section, by where it stands; plain functions for a worker."""
        if self._coach is None or self._talk.state is State.SEALED:
            return {}
        spots = [Spot(section.id, "", PRIVATE) for section in self._talk.guide.sections]
        return {spot: partial(self._coach.look, self._talk, spot) for spot in spots}

    def set_aside(self, mark: "Mark", reason: str) -> str:
        """Keep that a finding may stand; return what is wrong, "" if it was kept."""
        return self._coach.set_aside(self._talk, mark, reason) if self._coach else ""

    def type_day(self, mark: str, text: str) -> None:
        """Keep the day that is typed for a moment."""
        self._days[mark] = text

    def take_moment(self, mark: str, leaning: str) -> PrepareScreen:
        """Take a moment in as an observation of its day: heard, quoted, with the leaning you choose."""
        self._errors.pop(mark, None)
        try:
            self._take(mark, Leaning(leaning))
        except Problem as problem:
            self._errors[mark] = say(problem)
        return self._screen()

    def _take(self, mark: str, leaning: Leaning) -> None:
        talk = self._talk
        found = next(each for each in self._said().moments if each.mark == mark)
        if is_blank(found.behaviour):
            raise Problem("Nothing stands under “What I did”; ask for it in the talk and write it down then.")
        observed = self._past(self._day_of(found))
        if not talk.period_start <= observed <= talk.period_end:
            raise Problem(
                "{day} lies outside the period of this conversation ({start} to {end}).",
                day=observed.isoformat(),
                start=talk.period_start.isoformat(),
                end=talk.period_end.isoformat(),
            )
        evidence = Evidence(
            uid=new_uid(),
            person_uid=talk.person_uid,
            expectation_uid="",
            observed_on=observed,
            situation=_quoted(found.situation),
            behaviour=_("{name} wrote: {words}").format(
                name=first_name(self._person().name), words=_quoted(found.behaviour)
            ),
            impact=_quoted(found.impact),
            leaning=leaning,
            sense=Sense.HEARD,
            recorded_at=now(),
        )
        self._vault.preparation.take_in(SheetTaken(talk.uid, mark, evidence.uid), evidence)

    def _past(self, text: str) -> date:
        found = day_of(text)
        if found > self._today():
            raise Problem("{day} is still to come; check the day.", day=found.isoformat())
        return found

    def _own_sheet(self, talk: Conversation, person: Person) -> "ManagerSheet":
        from desktop.documents.papers.manager_sheet import ManagerSheet

        grounds = self._side.grounds(talk.person_uid, talk.period_start, talk.period_end)
        spread = self._side.context(talk.person_uid, talk.period_start, talk.period_end).spread
        asked = [
            (section.title, [(each.text, each.purpose) for each in section.prompts]) for section in talk.guide.sections
        ]
        seen = spread_over(grounds.evidence, _ON_PAPER)
        rows = [(evidence_detail(each), each.situation, each.behaviour, each.impact) for each in seen]
        left = len(grounds.evidence) - len(seen)
        told = ngettext("{n} more is on the person’s page.", "{n} more are on the person’s page.", left).format(n=left)
        return ManagerSheet(
            conversation_uid=talk.uid,
            made_at=now(),
            language=talk.guide.language,
            title=_("Your preparation · {day} · {name}").format(day=day(talk.held_on), name=person.name),
            who=((_("With"), person.name), (_("We talk on"), day(talk.held_on)), (_("About the period"), talk.period)),
            rule=talk.guide.rule,
            steps=self._steps(talk, person),
            objectives=objectives_of(grounds),
            expectations=[each.text for each in grounds.expectations],
            evidence=rows,
            missing=(*((told,) if left else ()), *(spread.missing if spread else ())),
            promises=[_promise(each) for each in self._open_promises(talk)],
            questions=asked,
        )

    def _person(self) -> Person:
        person: Person = self._vault.people.person(self._talk.person_uid)
        return person

    def _said(self) -> Said:
        sheet = newest(self._vault.preparation.returned(self._talk.uid))
        return said_of(sheet.said) if sheet else Said({}, ())

    def _name(self) -> str:
        return isolated(first_name(self._person().name))

    def _screen(self, notice: Notice | None = None) -> PrepareScreen:
        talk = self._vault.conversations(Kind.PERFORMANCE).conversation(self._talk.uid)
        made = self._vault.preparation.made(talk.uid)
        person = self._person()
        said = self._said()
        return PrepareScreen(
            uid=talk.uid,
            title=_("Prepare the talk with {name}").format(name=isolated(person.name)),
            subtitle=beside(day(talk.held_on), talk.period),
            timing=self._timing(talk),
            made=_("Made {when}: {name}").format(when=moment(made[-1].made_at), name=made[-1].file_name)
            if made
            else "",
            sent_on=made[-1].sent_on.isoformat() if made and made[-1].sent_on else "",
            sent_error=self._errors.get("sent", ""),
            came=self._came(),
            earlier=self._earlier(),
            answers=tuple(
                SheetWords(each.text, said.answers[each.id]) for each in asked(talk.guide) if each.id in said.answers
            ),
            moments=self._moments(said),
            promises=tuple(_promise(each) for each in self._open_promises(talk)),
            steps=self._steps(talk, person),
            notes=self._notes(talk),
            context=self._side.context(talk.person_uid, talk.period_start, talk.period_end),
            sealed=talk.state is State.SEALED,
            notice=notice,
        )

    def _notes(self, talk: Conversation) -> tuple[Box, ...]:
        kept = self._words.private(talk.uid)
        return tuple(
            Box(section.id, f"{self._opened}/{talk.uid}/{section.id}", section.title, "", kept.get(section.id, ""))
            for section in talk.guide.sections
        )

    def _timing(self, talk: Conversation) -> Notice:
        first, last = map(day, sent_between(talk.held_on))
        words = {
            Timing.EARLY: (Tone.INFO, _("Send it 72 to 48 hours before the talk: from {first} to {last}.")),
            Timing.NOW: (Tone.GOOD, _("Now is the time to send it: 72 to 48 hours before the talk, until {last}.")),
            Timing.LATE: (
                Tone.WARN,
                _("The talk is nearer than 48 hours. Ask whether that is enough time, or move the talk."),
            ),
            Timing.PAST: (
                Tone.WARN,
                _("The day of the talk is here or past; a sheet should go out 72 to 48 hours before."),
            ),
        }
        tone, sentence = words[timing(talk.held_on, self._today())]
        return Notice(tone, sentence.format(first=first, last=last))

    def _came(self) -> str:
        sheet = newest(self._vault.preparation.returned(self._talk.uid))
        if sheet is None:
            return ""
        arrived = _("arrived {when}").format(when=moment(sheet.arrived_at))
        return beside(_("Written by {name}").format(name=self._name()), arrived, _("unsigned"), sheet.file_name)

    def _earlier(self) -> str:
        others = len(self._vault.preparation.returned(self._talk.uid)) - 1
        return _("Other sheets of this talk that are kept: {n}").format(n=others) if others > 0 else ""

    def _moments(self, said: Said) -> tuple[MomentCard, ...]:
        taken = self._vault.preparation.taken(self._talk.uid)
        found = []
        for each in said.moments:
            words = (
                (_("Situation"), each.situation),
                (_("What I did"), each.behaviour),
                (_("Came of it"), each.impact),
            )
            told = _("Among the observations, as heard") if each.mark in taken else ""
            shown = tuple((label, text) for label, text in words if text)
            found.append(
                MomentCard(each.mark, each.when, shown, self._day_of(each), told, self._errors.get(each.mark, ""))
            )
        return tuple(found)

    def _day_of(self, found: Moment) -> str:
        """Return the day as it was typed here, else as it can be read on the sheet."""
        return self._days.get(found.mark, _day_in(found.when))

    def _open_promises(self, talk: Conversation) -> tuple[Commitment, ...]:
        every = self._vault.conversations(Kind.PERFORMANCE).open_commitments(talk.person_uid)
        return tuple(each for each in every if each.conversation_uid != talk.uid)

    def _steps(self, talk: Conversation, person: Person) -> tuple[str, ...]:
        expectations = self._vault.evidence.expectations(talk.person_uid)
        return (
            _("Read again what the role asks, and bring an example for each: {n} are written down.").format(
                n=len(expectations)
            ),
            _("Read what you wrote down over the whole period, not only the last weeks."),
            _("Look at what was promised last time, by you first."),
            _("Book a room where nobody interrupts or listens, for {n} minutes.").format(n=talk.guide.minutes),
            _("Let {name} speak first. Decide nothing before you have heard them.").format(
                name=isolated(first_name(person.name))
            ),
        )


def _made(vault: "Vault", uid: str, folder: Path) -> Notice:
    made = make_sheet(vault, uid, folder)
    return Notice(Tone.GOOD, _("The sheet lies here: {path}").format(path=made.path))


def _printed(folder: Path, name: str, sheet: "Callable[[], ManagerSheet]") -> Notice:
    from desktop.documents.papers.manager_sheet import manager_pdf

    path = write_new(folder, name, manager_pdf(sheet()))
    return Notice(Tone.GOOD, _("Your sheet lies here: {path}").format(path=path))


def _taken_in(vault: "Vault", path: Path, uid: str, name: str) -> Notice:
    home = keep_sheet(vault, examine_sheet(vault, read_file(path), path.name, uid))
    return arrival_notice(home, name)


def _quoted(words: str) -> str:
    """Return words as somebody else's: a note they are cited in must not read as if the manager had said "I"."""
    return f"“{words.strip()}”" if words.strip() else ""


def _promise(commitment: Commitment) -> str:
    due = _("by {day}").format(day=day(commitment.due)) if commitment.due else ""
    return beside(commitment.text, commitment.owner, due)


def _day_in(text: str) -> str:
    try:
        return day_of(text).isoformat()
    except Problem:
        return ""
