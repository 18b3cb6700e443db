"""Presenters with pixels: each view builds its widgets, connects them, and shows what its presenter returns."""
