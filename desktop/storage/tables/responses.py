"""The tables of what comes after a note: hand-overs, answers, refusals to sign, rebuttals.

Both rooms have their own set of the same shape. Files come last, so that a list is read without them.
"""

from sqlalchemy import CheckConstraint, Column, Integer, Table, UniqueConstraint

from desktop.models.response import KEPT, Arrival, Choice, Way
from desktop.storage.tables.columns import among, blob, day, moment, refers, table, text, truth, uid


def response(room: str) -> Table:
    """Return the table of answers; the same file is attached to a note only once."""
    return table(
        f"{room}_response",
        uid(),
        refers("note_uid", f"{room}_note.uid", index=False),
        among("way", Way),
        among("arrival", [arrival for arrival in Arrival if arrival in KEPT]),
        _choice(),
        text("comment"),
        truth("scores_used", optional=True),
        text("signer"),
        text("fingerprint"),
        moment("signed_at", optional=True),
        moment("arrived_at"),
        text("file_name"),
        text("pdf_sha256"),
        blob("certificate"),
        blob("salt"),
        blob("pdf"),
        UniqueConstraint("note_uid", "pdf_sha256"),
    )


def decline(room: str) -> Table:
    """Return the table of refusals to sign."""
    return table(
        f"{room}_decline",
        uid(),
        refers("note_uid", f"{room}_note.uid"),
        day("declined_on"),
        text("reason"),
        text("witness"),
        refers("response_uid", f"{room}_response.uid", optional=True),
        moment("recorded_at"),
        blob("salt"),
    )


def handover(room: str) -> Table:
    """Return the table of the moments at which a note went to the employee; nothing to seal."""
    return table(f"{room}_handover", uid(), refers("note_uid", f"{room}_note.uid"), moment("at"))


def rebuttal(room: str) -> Table:
    """Return the table of statements that arrived later; the same one is attached to a note only once."""
    return table(
        f"{room}_rebuttal",
        uid(),
        refers("note_uid", f"{room}_note.uid", index=False),
        text("file_name"),
        text("sha256"),
        Column("length", Integer, nullable=False),
        moment("received_at"),
        blob("salt"),
        blob("content"),
        UniqueConstraint("note_uid", "sha256"),
    )


def _choice() -> Column[str]:
    """Return the column of what was ticked; "" if nothing was."""
    words = ", ".join(f"'{choice}'" for choice in ("", *Choice))
    return text("choice", CheckConstraint(f"choice IN ({words})"))
