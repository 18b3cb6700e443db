"""Finding words in both kinds of conversation, each from its own room."""
