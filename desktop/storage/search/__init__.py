"""The search index of a room, how it is kept current, and what both rooms put there alike."""
