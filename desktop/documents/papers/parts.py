"""The parts both kinds of note are made of, from the record alone."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from desktop.documents.drawing import field_names as names
from desktop.documents.drawing.layout import FONT, facts, heading, iso_day, kept, labelled, panel, table, tight
from desktop.documents.drawing.marks import Sign
from desktop.documents.drawing.page import SignatureBox
from desktop.documents.drawing.style import WIDTH, Look, Styles
from desktop.documents.drawing.words import flow, one_line
from desktop.documents.papers.answer_section import your_answer
from desktop.i18n import _
from desktop.models.guide import Kind, Stage
from desktop.models.response import Rebuttal
from desktop.wording import day, kind_name, policy_decided, stage_name

Record = Mapping[str, Any]


def cover(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return the cover block: what kind, who, when, which period, which revision, and the rule sentence."""
    kind, stage = Kind(record["kind"]), Stage(record["stage"])
    subtitle = " · ".join(dict.fromkeys(t for t in (record["title"], stage_name(stage)) if t != kind_name(kind)))
    return [
        masthead(kind_name(kind), subtitle, look, style),
        Spacer(1, 18),
        facts(_cover_facts(record), style),
        *labelled(_("Reason for this revision"), record["note"]["reason"], style),
        *labelled(_("It corrects the note with the digest"), record["note"]["corrects"], style),
        Spacer(1, 6),
        rule_panel(record["rule"], look, style, _policy(record, style)),
    ]


def masthead(title: str, subtitle: str, look: Look, style: Styles) -> Flowable:
    """Return the sign of the kind with what the document is beside it."""
    titles = [one_line(title, style.title), one_line(subtitle, style.subtitle)]
    head = Table([[Sign(look), titles]], colWidths=[Sign.SIZE + 14, WIDTH - Sign.SIZE - 14])
    head.setStyle(TableStyle([FONT, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *tight()]))
    return head


def sections(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return every section with its prompts as they were asked and both voices; silence is told in one line."""
    parts: list[Flowable] = []
    silent: list[str] = []
    for section in record["sections"]:
        head = heading(section["title"], look, style)
        answered = [prompt for prompt in section["prompts"] if prompt["entries"]]
        if not answered:
            silent.append(section["title"])
        for prompt in answered:
            parts += _prompt(prompt, head, style)
            head = []
    return [*parts, *_silence(silent, style)]


def _silence(titles: list[str], style: Styles) -> list[Flowable]:
    if not titles:
        return []
    return [*flow(_("Nothing was noted under: {sections}").format(sections=", ".join(titles)), style.quiet)]


def commitments(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return who does what by when."""
    if not record["commitments"]:
        return []
    states = {"open": _("open"), "kept": _("kept"), "dropped": _("dropped")}
    rows = [
        (each["text"], each["owner"], iso_day(each["due"]) or _("no date"), states[each["state"]])
        for each in record["commitments"]
    ]
    heads = (_("What"), _("Who"), _("By when"), _("State"))
    return [*kept(heading(_("Commitments"), look, style)), table(heads, rows, (46, 24, 17, 13), style)]


def attached_later(rebuttals: Sequence[Rebuttal], look: Look, style: Styles) -> list[Flowable]:
    """Return which statements travel with this file because they came after the note was sealed."""
    if not rebuttals:
        return []
    rows = [(each.file_name, _utc_moment(each.received_at), " ".join(_pieces(each.sha256))) for each in rebuttals]
    heads = (_("Statement"), _("Received"), _("SHA-256"))
    return [*kept(heading(_("Attached later"), look, style)), table(heads, rows, (34, 22, 44), style)]


def _pieces(digest: str) -> list[str]:
    return [digest[at : at + 8] for at in range(0, len(digest), 8)]


def closing(record: Record, look: Look, style: Styles, digest: str, chain_head: str) -> list[Flowable]:
    """Return the manager's signature with what it means, how to check the file, and the employee's part."""
    meaning = one_line(_("By signing I confirm: I led this conversation, and this note is what we noted."), style.cell)
    manager = record["manager"]
    name = one_line(", ".join(part for part in (manager["name"], manager["role"]) if part), style.small)
    box = SignatureBox(names.MANAGER, _("Signature of the manager"), meaning, name)
    return [
        KeepTogether([*heading(_("Signature"), look, style), box]),
        Spacer(1, 16),
        KeepTogether([_integrity(style, digest, chain_head)]),
        your_answer(record["employee"], look, style),
    ]


def _integrity(style: Styles, digest: str, chain_head: str) -> Flowable:
    words = _(
        "This file carries its record as an attachment. Any change to it after signing can be found: drop it on "
        "Duologue, or open the signature panel of a PDF reader. A signature shows that nothing was changed and who "
        "holds the key; compare the fingerprint in person to be sure who that is."
    )
    marks = [(_("Digest of the record (SHA-256)"), digest), (_("Seal chain of the vault after this note"), chain_head)]
    lines: list[Flowable] = [one_line(_("How to check this note"), style.strong), *flow(words, style.small)]
    for label, mark in marks:
        if mark:
            lines += [Spacer(1, 5), one_line(label, style.label), one_line(mark, style.mono)]
    return panel(lines)


def _cover_facts(record: Record) -> list[tuple[str, str]]:
    period = record["period"]
    return [
        (_("Employee"), _person(record["employee"])),
        (_("Manager"), _person(record["manager"])),
        (_("Held on"), iso_day(record["held_on"])),
        (_("Period"), "\n".join(dict.fromkeys((period["name"], _days(period))))),
        (_("Sealed"), _utc(record["sealed_at"])),
        (_("Revision"), str(record["note"]["revision"])),
    ]


def _days(period: Mapping[str, str]) -> str:
    return f"{iso_day(period['start'])} – {iso_day(period['end'])}"


def _utc(text: str) -> str:
    """Return a moment in UTC: the same note is the same file wherever it is drawn."""
    return _utc_moment(datetime.fromisoformat(text))


def _utc_moment(moment: datetime) -> str:
    when = moment.astimezone(UTC)
    return f"{day(when.date())}, {when:%H:%M} UTC"


def _person(person: Mapping[str, str]) -> str:
    below = " · ".join(part for part in (person["role"], person.get("team", "")) if part)
    return "\n".join(part for part in (person["name"], below) if part)


def rule_panel(rule: str, look: Look, style: Styles, more: Sequence[Flowable] = ()) -> Flowable:
    """Return the sentence that keeps the two kinds apart, where nobody overlooks it, with `more` below it."""
    made = Table([[[*flow(rule, style.rule), *more]]], colWidths=[WIDTH], splitInRow=1)
    made.setStyle(TableStyle([FONT, *tight(left=14, right=14, above=9, below=9)]))
    made.setStyle(TableStyle([("BACKGROUND", (0, 0), (-1, -1), look.tint)]))
    made.setStyle(TableStyle([("LINEBEFORE", (0, 0), (0, -1), 3, look.accent)]))
    return made


def _policy(record: Record, style: Styles) -> list[Flowable]:
    """Return the firm's own words, unless they are the rule itself, and who decided them."""
    policy = record.get("policy")
    if not policy:
        return []
    own = [] if policy["text"] == record["rule"] else [Spacer(1, 4), *flow(policy["text"], style.body)]
    decided = policy_decided(policy["decided_by"], iso_day(policy["decided_on"]))
    return [*own, *(flow(decided, style.small) if decided else [])]


def _prompt(prompt: Record, head: list[Flowable], style: Styles) -> list[Flowable]:
    """Return a question with its answers; its head and first voice stay together with the first words."""
    styles = {"employee": (style.employee, style.employee_words), "manager": (style.manager, style.manager_words)}
    before = [*head, *flow(prompt["text"], style.prompt)]
    parts: list[Flowable] = []
    for entry in prompt["entries"]:
        if entry["about"]:
            before += flow(entry["about"], style.about)
        for voice in entry["voices"]:
            label, words = styles[voice["voice"]]
            parts += [*kept([*before, one_line(voice["name"], label)]), *flow(voice["text"], words)]
            before = []
    return parts
