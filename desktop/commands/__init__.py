"""What the commands of the command line do: one module each, on the same flows that the window uses."""
