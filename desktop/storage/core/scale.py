"""The firm's own scale for ratings."""

from sqlalchemy import select

from desktop.storage.rows import Store
from desktop.storage.tables.core import SCALE


class ScaleStore(Store):
    """Labels in their order, the lowest first."""

    def labels(self) -> tuple[str, ...]:
        """Return the scale; empty where the firm does not rate."""
        with self._room.reading() as connection:
            return tuple(connection.execute(select(SCALE.c.label).order_by(SCALE.c.position)).scalars())

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Replace the scale; sealed notes keep the labels they were sealed with."""
        with self._room.writing() as connection:
            connection.execute(SCALE.delete())
            for position, label in enumerate(labels, start=1):
                connection.execute(SCALE.insert().values(label=label, position=position))
