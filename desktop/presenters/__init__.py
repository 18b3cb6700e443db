"""Screens without pixels: each user action returns the next frozen screen of finished words.

A room for each part of the work; here stands what every room uses.
"""
