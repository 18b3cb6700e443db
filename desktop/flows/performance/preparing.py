"""The employee's sheet before a performance conversation: made, and remembered."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.flows.filing import require_folder, write_new
from desktop.flows.naming import file_name, name_part
from desktop.flows.performance.scope import grounds_of
from desktop.i18n import _
from desktop.models.conversation import Conversation, State
from desktop.models.guide import AnswerType, Guide, Kind
from desktop.models.ids import now
from desktop.models.performance_record import Grounds, fact_record
from desktop.models.preparation import SheetMade, asked
from desktop.models.problems import Problem

if TYPE_CHECKING:
    from desktop.documents.papers.preparation_sheet import ObjectiveFacts, Question, Sheet
    from desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class MadeAt:
    """A sheet that was made, and where its file lies."""

    sheet: SheetMade
    path: Path


def make_sheet(vault: "Vault", conversation_uid: str, folder: Path) -> MadeAt:
    """Write a new sheet for a draft into `folder` under a free name, and remember it.

    Raises Problem if the conversation is sealed, or the folder cannot be written to.
    """
    from desktop.documents.papers.preparation_sheet import sheet_pdf

    talk = vault.conversations(Kind.PERFORMANCE).conversation(conversation_uid)
    if talk.state is State.SEALED:
        raise Problem("This conversation is sealed; a sheet is for the time before a talk.")
    require_folder(folder)
    sheet = sheet_of(vault, talk, secrets.token_hex(16))
    who = name_part(sheet.employee, 80)
    path = write_new(
        folder, file_name((_("Prepare our conversation"), who, f"{talk.held_on}"), ".pdf"), sheet_pdf(sheet)
    )
    made = SheetMade(sheet.mark, talk.uid, sheet.made_at, path.name)
    vault.preparation.add_made(made)
    return MadeAt(made, path)


def sheet_of(vault: "Vault", talk: Conversation, mark: str) -> "Sheet":
    """Return what a sheet for `talk` shows: names, day, period, questions, published facts, what the role asks."""
    from desktop.documents.papers.preparation_sheet import Sheet

    person = vault.people.person(talk.person_uid)
    grounds = grounds_of(vault.facts, vault.evidence, person, talk.period_start, talk.period_end)
    return Sheet(
        mark=mark,
        made_at=now(),
        language=talk.guide.language,
        employee=person.name,
        manager=vault.people.person(talk.manager_uid).name,
        held_on=talk.held_on,
        period=talk.period,
        rule=talk.guide.rule,
        questions=tuple(_questions(talk.guide, grounds)),
    )


def objectives_of(grounds: Grounds) -> "Sequence[ObjectiveFacts]":
    """Return the objectives of a period with their facts, as published."""
    from desktop.documents.papers.preparation_sheet import ObjectiveFacts

    return [
        ObjectiveFacts(
            each.title, each.cycle, [fact_record(fact) for fact in grounds.facts if fact.objective_uid == each.uid]
        )
        for each in grounds.objectives
    ]


def _questions(guide: Guide, grounds: Grounds) -> "Sequence[Question]":
    from desktop.documents.papers.preparation_sheet import Question

    sections = {prompt.id: section for section in guide.sections for prompt in section.prompts}
    found, before = [], ""
    for prompt in asked(guide):
        section = sections[prompt.id]
        begins = section.id != before
        about_role = begins and any(each.answer is AnswerType.EXPECTATIONS for each in section.prompts)
        found.append(
            Question(
                prompt.text,
                section.title if begins else "",
                objectives_of(grounds) if prompt.topic == "impact" else (),
                [each.text for each in grounds.expectations] if about_role else (),
            )
        )
        before = section.id
    return found
