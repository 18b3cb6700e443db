"""People and what is known of them all: home, cadence, story, their rights, handing them over."""
