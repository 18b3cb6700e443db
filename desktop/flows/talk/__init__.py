"""A conversation of whichever kind: begun, corrected, sealed; and where the two kinds meet on the calendar."""
