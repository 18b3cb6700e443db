"""How the names of files end that Duologue makes for others."""

HANDED_OVER = ".duologue"
"""People and notes, from one manager to another."""
