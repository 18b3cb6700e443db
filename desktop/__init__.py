"""Duologue: OKR conversations and performance conversations, distinct but connected."""

__version__ = "0.1.0"
