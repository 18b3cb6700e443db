"""A guide file's data to a guide: which keys there are, what they may say, and what belongs to which kind."""

import re
from collections.abc import Sequence

from desktop.guides.refusals import score_in
from desktop.guides.table import Table
from desktop.i18n import _
from desktop.models.guide import (
    ANSWER_TYPES,
    RULE,
    STAGES,
    TOPICS,
    AnswerType,
    Guide,
    Kind,
    Prompt,
    Section,
    Stage,
)

_GUIDE_KEYS = ("id", "kind", "stage", "title", "language", "version", "rule", "sections")
_SECTION_KEYS = ("id", "title", "minutes", "prompts")
_PROMPT_KEYS = ("id", "text", "purpose", "avoid", "answer", "topic")
_SECTION_TITLE = 24  # it is read in a narrow row of steps


def guide_of(table: Table) -> Guide:
    """Return the guide that the whole file holds; raise GuideProblem at the first fault."""
    table.only(_GUIDE_KEYS)
    kind = Kind(table.choice("kind", _("a kind of conversation"), set(Kind)))
    language = _language(table)
    sections = tuple(_section(one, kind) for one in table.tables("sections"))
    guide = Guide(
        id=table.name("id"),
        kind=kind,
        stage=_stage(table, kind),
        title=table.line("title"),
        language=language,
        version=table.whole("version", 1, 1_000_000),
        rule=_rule(table, language),
        sections=sections,
    )
    _check_unique(table, sections)
    _check_no_score(table, "title", guide.title, kind)
    return guide


def _stage(table: Table, kind: Kind) -> Stage:
    stage = Stage(table.choice("stage", _("a stage"), set(Stage)))
    if stage not in STAGES[kind]:
        sentence = _("“{stage}” is no stage of a conversation of kind {kind}; use one of {allowed}.")
        raise table.problem("stage", sentence.format(stage=stage, kind=kind, allowed=", ".join(STAGES[kind])))
    return stage


def _language(table: Table) -> str:
    language = table.line("language")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        sentence = _("“{language}” is no language tag; write one such as en or de-AT.")
        raise table.problem("language", sentence.format(language=language))
    return language


def _rule(table: Table, language: str) -> str:
    rule = " ".join(table.text("rule").split())
    if language.split("-")[0] == "en" and rule != RULE:
        raise table.problem("rule", _("this sentence must be: {rule}").format(rule=RULE))
    return rule


def _section(table: Table, kind: Kind) -> Section:
    table.only(_SECTION_KEYS)
    title = table.line("title", _SECTION_TITLE)
    _check_no_score(table, "title", title, kind)
    prompts = tuple(_prompt(one, kind) for one in table.tables("prompts"))
    return Section(table.name("id"), title, table.whole("minutes", 1, 240), prompts)


def _prompt(table: Table, kind: Kind) -> Prompt:
    table.only(_PROMPT_KEYS)
    answer = _answer(table, kind)
    text, purpose = table.text("text"), table.text("purpose")
    _check_no_score(table, "text", text, kind, telling=answer is AnswerType.READING)
    _check_no_score(table, "purpose", purpose, kind, telling=True)
    return Prompt(table.name("id"), text, purpose, table.texts("avoid"), answer, _topic(table, kind))


def _answer(table: Table, kind: Kind) -> AnswerType:
    answer = AnswerType(table.choice("answer", _("an answer type"), set(AnswerType)))
    if answer not in ANSWER_TYPES[kind]:
        sentence = _("“{answer}” does not belong in a conversation of kind {kind}; use one of {allowed}.")
        allowed = ", ".join(sorted(ANSWER_TYPES[kind]))
        raise table.problem("answer", sentence.format(answer=answer, kind=kind, allowed=allowed))
    return answer


def _topic(table: Table, kind: Kind) -> str:
    if "topic" not in table.values:
        return ""
    if kind is not Kind.PERFORMANCE:
        raise table.problem("topic", _("only a performance conversation has topics; delete this line."))
    return table.choice("topic", _("a topic"), TOPICS)


def _check_no_score(table: Table, key: str, text: str, kind: Kind, *, telling: bool = False) -> None:
    found = score_in(text.replace(RULE, ""), telling=telling) if kind is Kind.PERFORMANCE else ""
    if found:
        sentence = _("“{found}” asks for a key result's score; ask what the person influenced or learned.")
        raise table.problem(key, sentence.format(found=found))


def _check_unique(table: Table, sections: Sequence[Section]) -> None:
    """Answers are kept by prompt id and private notes by section id, so neither may come twice in a guide."""
    _once(table, [(f"sections[{at}].id", section.id) for at, section in enumerate(sections)])
    prompts = [
        (f"sections[{at}].prompts[{one}].id", prompt.id)
        for at, section in enumerate(sections)
        for one, prompt in enumerate(section.prompts)
    ]
    _once(table, prompts)


def _once(table: Table, named: Sequence[tuple[str, str]]) -> None:
    seen: set[str] = set()
    for place, name in named:
        if name in seen:
            raise table.problem(place, _("“{name}” is there a second time.").format(name=name))
        seen.add(name)
