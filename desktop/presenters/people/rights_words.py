"""The words of the rights screen: what goes, what stays, what nobody can reach from here."""

from collections.abc import Callable

from desktop.flows.people.erasing import Preview
from desktop.i18n import _, ngettext
from desktop.wording import isolated


def going(preview: Preview) -> tuple[str, ...]:
    """Return what goes, a line for each kind of thing with how many there are."""
    counts = preview.counts
    lines = []
    for tables, words in _counted():
        number = sum(counts.get(table, 0) for table in tables)
        if number:
            lines.append(words(number))
    return (*lines, _("Their name, role and e-mail address"))


def staying(preview: Preview) -> tuple[str, ...]:
    """Return what stays and why."""
    lines = [
        _("Of each sealed note one line in the chain of seals: a number that says nothing without the note."),
        _("In the protocol: that somebody was erased, when and why, without a name."),
        _("Values and learnings of key results: they are the firm's. The talk they were noted in is no longer named."),
    ]
    for title in preview.objectives:
        lines.append(_("The objective “{title}” stays; nobody owns it any more.").format(title=isolated(title)))
    return tuple(lines)


def out_of_reach(preview: Preview) -> tuple[str, ...]:
    """Return what erasing cannot reach, said before the click."""
    lines = [
        _("Damaged files, kept when a backup was restored (folders “damaged-…” beside the vault); delete them."),
        _("PDFs that were handed out or saved outside the vault, the employee's own file among them."),
        _("Copies of the vault or of its backups in other places, and what another backup program keeps."),
        _("Backups in the second place while that is not connected: they are cleared with the next erasure then."),
        _("What the disk itself keeps: snapshots of the file system, worn-out cells of an SSD. It stays encrypted."),
    ]
    for name in preview.handed_to:
        lines.append(_("Notes that were handed over to {name}.").format(name=isolated(name)))
    return tuple(lines)


def mentioned(preview: Preview, names: dict[str, str]) -> tuple[str, ...]:
    """Return the places where the name stands in the words of others; `names` are people by uid."""
    lines = []
    for each in preview.mentions:
        whose = names.get(each.person_uid, "")
        words = _("sealed, goes only with that whole note") if each.sealed else _("you can change it there")
        about = _("About {name}").format(name=isolated(whose)) if whose else _("In the firm's words")
        lines.append(f"{about}: “{isolated(each.words)}” ({words})")
    return tuple(dict.fromkeys(lines))


def _counted() -> tuple[tuple[tuple[str, ...], Callable[[int], str]], ...]:
    return (
        (_both("conversation"), lambda n: ngettext("{n} talk", "{n} talks", n).format(n=n)),
        (_both("note"), lambda n: ngettext("{n} sealed note", "{n} sealed notes", n).format(n=n)),
        (_both("answer"), lambda n: ngettext("{n} answer in a talk", "{n} answers in talks", n).format(n=n)),
        (_both("private_note"), lambda n: ngettext("{n} private note", "{n} private notes", n).format(n=n)),
        (_both("commitment"), lambda n: ngettext("{n} commitment", "{n} commitments", n).format(n=n)),
        (_both("export"), lambda n: ngettext("{n} stored PDF", "{n} stored PDFs", n).format(n=n)),
        (_both("response"), lambda n: ngettext("{n} answer to a note", "{n} answers to notes", n).format(n=n)),
        (_both("decline"), lambda n: ngettext("{n} refusal to sign", "{n} refusals to sign", n).format(n=n)),
        (_both("rebuttal") + ("perf_statement",), lambda n: ngettext("{n} statement", "{n} statements", n).format(n=n)),
        (_both("handover"), lambda n: ngettext("{n} hand-over of a note", "{n} hand-overs of notes", n).format(n=n)),
        (("perf_evidence",), lambda n: ngettext("{n} observed example", "{n} observed examples", n).format(n=n)),
        (("perf_expectation",), lambda n: ngettext("{n} expectation", "{n} expectations", n).format(n=n)),
        (("core_pin", "core_identity"), lambda n: ngettext("{n} key", "{n} keys", n).format(n=n)),
        (("core_hold",), lambda n: ngettext("{n} earlier legal hold", "{n} earlier legal holds", n).format(n=n)),
        (
            ("core_engagement", "core_override"),
            lambda n: ngettext("{n} line of the roll-out", "{n} lines of the roll-out", n).format(n=n),
        ),
        (
            ("core_transfer",),
            lambda n: ngettext("{n} line of a transfer", "{n} lines of transfers", n).format(n=n),
        ),
    )


def _both(name: str) -> tuple[str, ...]:
    return (f"okr_{name}", f"perf_{name}")
