"""How the firm rolls out, and its policy."""
