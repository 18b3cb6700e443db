"""Presenters with pixels: each view builds its widgets, connects them, and shows what its presenter returns.

A room for each part of the work, named like that of its presenters; here stands what every room uses.
"""
