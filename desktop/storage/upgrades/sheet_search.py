"""The step from which what came back in preparation sheets is searched, too; frozen, see `steps`."""

from typing import Any


def search_sheets(connection: Any) -> None:
    """Queue every conversation to which a sheet came back; the words are read into the index when there is time."""
    connection.execute(
        "INSERT OR IGNORE INTO perf_search_queue SELECT DISTINCT 'talk', conversation_uid FROM perf_sheet_returned"
    )
