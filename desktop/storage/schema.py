"""The whole vault as statements, its schema number, and the way older vaults are brought up to it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop.models.ids import new_uid, now
from desktop.storage.adapter import stored_moment
from desktop.storage.connection import APPLICATION_ID
from desktop.storage.okr.schema import OKR
from desktop.storage.okr.schema import SEARCH as OKR_SEARCH
from desktop.storage.okr.schema import TALKS as OKR_TALKS
from desktop.storage.performance.schema import PERFORMANCE
from desktop.storage.performance.schema import SEARCH as PERFORMANCE_SEARCH
from desktop.storage.performance.schema import TALKS as PERFORMANCE_TALKS
from desktop.storage.tables.core import CORE
from desktop.storage.tables.policy import ADOPTION
from desktop.storage.tables.rights import RIGHTS
from desktop.storage.tables.search import index_statement, search_triggers
from desktop.storage.triggers import chain_triggers, talk_triggers, transfer_triggers
from desktop.storage.triggers_rights import order_triggers
from desktop.storage.upgrades.capture import keep_captures
from desktop.storage.upgrades.contributors import name_contributors
from desktop.storage.upgrades.evidence import sort_evidence
from desktop.storage.upgrades.pay import keep_pay_and_days
from desktop.storage.upgrades.policy import add_policy
from desktop.storage.upgrades.preparation import keep_sheets
from desktop.storage.upgrades.rights import add_rights
from desktop.storage.upgrades.search import add_search
from desktop.storage.upgrades.set_aside import keep_set_aside
from desktop.storage.upgrades.sheet_search import search_sheets
from desktop.storage.upgrades.steps import attach_answers
from desktop.storage.upgrades.transfers import remember_transfers

Upgrade = Callable[[Any], None]

UPGRADES: tuple[Upgrade, ...] = (
    attach_answers,
    add_search,
    remember_transfers,
    add_rights,
    sort_evidence,
    keep_set_aside,
    keep_captures,
    add_policy,
    keep_pay_and_days,
    name_contributors,
    keep_sheets,
    search_sheets,
)
"""The nth function leads a vault from schema n+1 to n+2. Only ever add at the end."""

SCHEMA = 1 + len(UPGRADES)
"""The schema number of vaults made by this program."""


def make(connection: Any) -> None:
    """Write the tables of an empty vault into a fresh file, all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in (*table_statements(), *trigger_statements()):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO core_meta (only, vault_uid, created_at) VALUES (1, ?, ?)",
        (new_uid(), stored_moment(now())),
    )
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA}")
    connection.execute("COMMIT")


def upgrade(connection: Any, number: int, upgrades: Sequence[Upgrade] = UPGRADES) -> None:
    """Lead a vault of schema `number` up to now, all or nothing; all triggers are made anew.

    A rebuilt table loses its triggers silently, and a foreign key would stop the rebuilding of its parent.
    """
    if number > len(upgrades):
        return
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _run(connection, upgrades[number - 1 :])
        connection.execute(f"PRAGMA user_version={1 + len(upgrades)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def table_statements() -> Iterator[str]:
    """Return the statements that make all tables and their indexes."""
    dialect = sqlite.dialect()
    for table in tables():
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda each: str(each.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
    yield index_statement(OKR_SEARCH)
    yield index_statement(PERFORMANCE_SEARCH)


def trigger_statements() -> Iterator[str]:
    """Return the statements that make all triggers."""
    yield from chain_triggers()
    yield from order_triggers()
    yield from transfer_triggers()
    yield from talk_triggers(OKR_TALKS)
    yield from talk_triggers(PERFORMANCE_TALKS)
    yield from search_triggers(OKR_SEARCH)
    yield from search_triggers(PERFORMANCE_SEARCH)


def tables() -> tuple[Table, ...]:
    """Return all tables of the three rooms."""
    return CORE + RIGHTS + ADOPTION + OKR + PERFORMANCE


def _run(connection: Any, steps: Sequence[Upgrade]) -> None:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        connection.execute(f'DROP TRIGGER "{name}"')
    for step in steps:
        step(connection)
    for statement in trigger_statements():
        connection.execute(statement)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise ValueError("an upgrade left rows that refer to nothing")
