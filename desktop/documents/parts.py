"""The parts both kinds of note are made of, from the record alone."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer, Table, TableStyle

from desktop.documents.faces import TEXT
from desktop.documents.page import Sign, SignatureBox
from desktop.documents.style import LINE, WIDTH, Look, Styles
from desktop.documents.words import flow, one_line
from desktop.i18n import _
from desktop.models.guide import Kind, Stage
from desktop.wording import day, kind_name, stage_name

Record = Mapping[str, Any]


def cover(record: Record, look: Look, style: Styles) -> list[Flowable]:
    """Return the cover block: what kind, who, when, which period, which revision, and the rule sentence."""
    kind, stage = Kind(record["kind"]), Stage(record["stage"])
    subtitle = " · ".join(dict.fromkeys((record["title"], stage_name(stage))))
    titles = [one_line(kind_name(kind), style.title), one_line(subtitle, style.subtitle)]
    head = Table([[Sign(look), titles]], colWidths=[Sign.SIZE + 14, WIDTH - Sign.SIZE - 14])
    head.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_TIGHT]))
    return [head, Spacer(1, 14), facts(_cover_facts(record), style), Spacer(1, 12), _rule(record, look, style)]


def facts(pairs: Sequence[tuple[str, str]], style: Styles) -> Flowable:
    """Return labels with what they stand for, two pairs to a row."""
    cells = [[one_line(label, style.label), *flow(text, style.cell)] for label, text in pairs]
    if len(cells) % 2:
        cells.append([])
    table = Table([cells[i : i + 2] for i in range(0, len(cells), 2)], colWidths=[WIDTH / 2] * 2)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_TIGHT, ("BOTTOMPADDING", (0, 0), (-1, -1), 7)]))
    return table


def heading(text: str, style: Styles) -> list[Flowable]:
    """Return a section heading that keeps some of its section on its page."""
    line = HRFlowable(width="100%", thickness=0.6, color=LINE, spaceBefore=10, spaceAfter=0)
    title = one_line(text, style.heading)
    title.bookmark = text  # type: ignore[attr-defined]  # picked up by the document for the outline
    return [CondPageBreak(110), line, title]


def sections(record: Record, style: Styles) -> list[Flowable]:
    """Return every section with its prompts as they were asked and both voices; nothing said is said, too."""
    parts: list[Flowable] = []
    for section in record["sections"]:
        answered = [prompt for prompt in section["prompts"] if prompt["entries"]]
        parts += heading(section["title"], style)
        if not answered:
            parts.append(one_line(_("Nothing was noted here."), style.quiet))
        for prompt in answered:
            parts += _prompt(prompt, style)
    return parts


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], style: Styles) -> Flowable:
    """Return a table that repeats its head on each page and splits rows that are longer than a page."""
    total = sum(widths)
    data = [[one_line(head, style.head) for head in heads]]
    data += [[flow(cell, style.cell) for cell in row] for row in rows]
    made = Table(
        data, colWidths=[WIDTH * width / total for width in widths], repeatRows=1, splitInRow=1, hAlign="LEFT"
    )
    made.setStyle(
        TableStyle(
            [
                _FONT,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, LINE),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
            ]
        )
    )
    return made


def commitments(record: Record, style: Styles) -> list[Flowable]:
    """Return who does what by when."""
    if not record["commitments"]:
        return []
    states = {"open": _("open"), "kept": _("kept"), "dropped": _("dropped")}
    rows = [
        (each["text"], each["owner"], iso_day(each["due"]) or _("no date"), states[each["state"]])
        for each in record["commitments"]
    ]
    heads = (_("What"), _("Who"), _("By when"), _("State"))
    return [*heading(_("Commitments"), style), table(heads, rows, (46, 24, 16, 12), style)]


def closing(record: Record, digest: str, chain_head: str, style: Styles) -> list[Flowable]:
    """Return the signature of the manager with what it means, and how the file can be checked."""
    meaning = flow(
        _("By signing I confirm that I led this conversation and that this is what we noted."), style.small
    )[0]
    manager = record["manager"]
    name = ", ".join(part for part in (manager["name"], manager["role"]) if part)
    integrity = [
        *flow(
            _(
                "This file carries its record as an attachment. Any change to it after signing can be found: drop it "
                "on Duologue, or open the signature panel of a PDF reader. A signature shows that nothing changed "
                "and who holds the key; compare the fingerprint in person to be sure who that is."
            ),
            style.small,
        ),
        Spacer(1, 4),
        *flow(_("Digest of the record (SHA-256): {digest}").format(digest=digest), style.mono),
    ]
    if chain_head:
        integrity += flow(_("Seal chain: {head}").format(head=chain_head), style.mono)
    return [
        *heading(_("Signature"), style),
        KeepTogether([SignatureBox(meaning, name)]),
        *heading(_("How to check this note"), style),
        *integrity,
    ]


def iso_day(text: str) -> str:
    """Return a day of a record in words, "" for none."""
    return day(date.fromisoformat(text)) if text else ""


_FONT = ("FONTNAME", (0, 0), (-1, -1), TEXT)  # ReportLab's own default would name a font that is not embedded
_TIGHT = (
    _FONT,
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


def _cover_facts(record: Record) -> list[tuple[str, str]]:
    period, note = record["period"], record["note"]
    pairs = [
        (_("Employee"), _person(record["employee"])),
        (_("Manager"), _person(record["manager"])),
        (_("Held on"), iso_day(record["held_on"])),
        (_("Period"), f"{period['name']}\n{iso_day(period['start'])} – {iso_day(period['end'])}"),
        (_("Sealed"), _utc(record["sealed_at"])),
        (_("Revision"), str(note["revision"])),
    ]
    if note["reason"]:
        pairs.append((_("Reason for this revision"), note["reason"]))
    if note["corrects"]:
        pairs.append((_("Corrects the note with digest"), note["corrects"]))
    return pairs


def _utc(text: str) -> str:
    """Return a moment in UTC: the same note is the same file wherever it is drawn."""
    when = datetime.fromisoformat(text).astimezone(UTC)
    return f"{day(when.date())}, {when:%H:%M} UTC"


def _person(person: Mapping[str, str]) -> str:
    below = " · ".join(part for part in (person["role"], person.get("team", "")) if part)
    return "\n".join(part for part in (person["name"], below) if part)


def _rule(record: Record, look: Look, style: Styles) -> Flowable:
    made = Table([[flow(record["rule"], style.rule)]], colWidths=[WIDTH])
    made.setStyle(
        TableStyle(
            [
                _FONT,
                ("BACKGROUND", (0, 0), (-1, -1), look.tint),
                ("LINEBEFORE", (0, 0), (0, -1), 3, look.accent),
                ("LEFTPADDING", (0, 0), (-1, -1), 14),
                ("TOPPADDING", (0, 0), (-1, -1), 9),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        )
    )
    return made


def _prompt(prompt: Record, style: Styles) -> list[Flowable]:
    parts = [CondPageBreak(70), *flow(prompt["text"], style.prompt)]
    for entry in prompt["entries"]:
        if entry["about"]:
            parts += flow(entry["about"], style.about)
        for voice in entry["voices"]:
            parts.append(CondPageBreak(40))
            parts.append(one_line(voice["name"], style.voice))
            parts += flow(voice["text"], style.body)
    return parts
