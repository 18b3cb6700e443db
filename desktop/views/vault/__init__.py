"""The vault as a thing: made, opened, locked, backed up; and the settings."""
