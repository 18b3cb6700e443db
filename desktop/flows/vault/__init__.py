"""The vault as a thing: looked at thoroughly, its recovery key on paper."""
