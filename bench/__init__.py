"""How fast Duologue is: `python -m bench` measures on this machine, beside a yardstick in the same run."""
