"""The one database driver: its own SQLite inside, the same version on every system."""

from sqlcipher3 import dbapi2 as driver  # type: ignore[import-untyped]

__all__ = ["driver"]
