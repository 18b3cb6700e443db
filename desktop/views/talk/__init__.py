"""The conversation itself, of whichever kind, and the coach beside it."""
