"""The conversation itself, of whichever kind: one prompt at a time, its review, the coach beside it."""
