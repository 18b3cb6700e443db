"""What the employee wrote before the talk, beside the question it answers: their words, never changed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.models.conversation import Conversation, State
from desktop.models.guide import AnswerType
from desktop.models.people import first_name
from desktop.models.preparation import asked, newest, said_of
from desktop.wording import beside, day, isolated

if TYPE_CHECKING:
    from desktop.storage.core.people import PeopleStore
    from desktop.storage.performance.preparation import PreparationStore


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is shown of a sheet beside one question.

    `first` says who is heard first, "" where that is not the point. `words` are the employee's, "" where they wrote
    none to this question. `verb` is the button that takes them over as the answer, "" where they stand there already.
    """

    first: str
    heading: str = ""
    words: str = ""
    detail: str = ""
    verb: str = ""


class PreparedWords:
    """Finds what was written on the sheet that counts."""

    def __init__(self, sheets: "PreparationStore", people: "PeopleStore") -> None:
        self._sheets = sheets
        self._people = people

    def beside(self, talk: Conversation, prompt_id: str, noted: str) -> Prepared | None:
        """Return what to show beside a prompt whose field holds `noted`; None where there is nothing to show."""
        name = isolated(first_name(self._people.person(talk.person_uid).name))
        first = _("They are heard first: {name} speaks, you listen.").format(name=name)
        first = first if prompt_id in _opening(talk) and talk.state is State.DRAFT else ""
        sheet = newest(self._sheets.returned(talk.uid))
        words = said_of(sheet.said).answers.get(prompt_id, "") if sheet else ""
        if sheet is None or not words:
            return Prepared(first) if first else None
        return Prepared(
            first=first,
            heading=_("Before the talk, {name} wrote").format(name=name),
            words=words,
            detail=beside(
                _("In their words, unsigned"), _("arrived {day}").format(day=day(sheet.arrived_at.astimezone().date()))
            ),
            verb=_verb(words, noted) if talk.state is State.DRAFT else "",
        )

    def taken_over(self, talk: Conversation, prompt_id: str, noted: str) -> str:
        """Return the field with the words of the sheet: alone, or below what is noted there, which stays."""
        shown = self.beside(talk, prompt_id, noted)
        if shown is None or not shown.verb:
            return noted
        return f"{noted.rstrip()}\n\n{shown.words}" if noted.strip() else shown.words


def _verb(words: str, noted: str) -> str:
    if words in noted:
        return ""
    return _("Add below what is noted") if noted.strip() else _("Take over as their answer")


def _opening(talk: Conversation) -> set[str]:
    """Return the prompts of the section in which the employee is asked first."""
    prompts = [each for each in asked(talk.guide) if each.answer is not AnswerType.FACTS][:1]
    own = [section.prompts for section in talk.guide.sections if prompts and prompts[0] in section.prompts]
    return {prompt.id for prompt in own[0]} if own else set()
