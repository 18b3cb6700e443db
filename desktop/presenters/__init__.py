"""Screens without pixels: each user action returns the next frozen screen of finished words."""
