"""The only place where things are put together: vault, presenters, screens, window."""
