"""The tables of what is owed to the person the notes are about: holds, erasures, how long things are kept."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint

from desktop.models.erasing import Basis, Erased
from desktop.models.retention import Start, Subject
from desktop.storage.tables.columns import among, moment, refers, table, text, uid

HOLD = table(
    "core_hold",
    uid(),
    refers("person_uid", "core_person.uid"),
    text("reason"),
    moment("since"),
    moment("released_at", optional=True),
)

ERASURE = table(
    "core_erasure",
    uid(),
    text("person_uid"),
    among("basis", Basis),
    moment("ordered_at"),
    moment("done_at", optional=True),
)
"""The orders to erase: no names in them. `person_uid` is "" where single things went, and leads nowhere."""

ERASED = table(
    "core_erased",
    text("uid"),
    among("kind", Erased),
    refers("order_uid", "core_erasure.uid"),
    PrimaryKeyConstraint("uid", "kind"),
)
"""What went by an order. The chain of seals keeps its entry, whose salt is gone."""

RETENTION = table(
    "core_retention",
    among("subject", Subject),
    Column("months", Integer, nullable=True),
    among("start", Start),
    text("source"),
    PrimaryKeyConstraint("subject"),
)
"""The rules that were changed here; the others are the program's (`models.retention.DEFAULTS`)."""

RIGHTS = (HOLD, ERASURE, ERASED, RETENTION)
