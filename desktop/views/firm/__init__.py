"""The firm: roll-out readiness and its policy."""
