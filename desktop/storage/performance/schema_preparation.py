"""The tables of preparation sheets: those made, those that came back, and the moments taken in from them."""

from sqlalchemy import PrimaryKeyConstraint

from desktop.storage.tables.columns import blob, day, moment, refers, table, text, uid

SHEET = table(
    "perf_sheet",
    uid(),
    refers("conversation_uid", "perf_conversation.uid"),
    moment("made_at"),
    text("file_name"),
    day("sent_on", optional=True),
)

SHEET_RETURNED = table(
    "perf_sheet_returned",
    uid(),
    refers("conversation_uid", "perf_conversation.uid"),
    text("sheet_uid"),
    moment("arrived_at"),
    moment("saved_at", optional=True),
    text("file_name"),
    text("sha256"),
    text("said"),
    blob("pdf"),
)

SHEET_TAKEN = table(
    "perf_sheet_taken",
    refers("conversation_uid", "perf_conversation.uid", index=False),
    text("mark"),
    text("evidence_uid"),
    PrimaryKeyConstraint("conversation_uid", "mark"),
)
"""`evidence_uid` is no foreign key: an observation may be deleted, and the moment can be taken in again."""

PREPARATION = (SHEET, SHEET_RETURNED, SHEET_TAKEN)
