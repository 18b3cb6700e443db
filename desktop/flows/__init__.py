"""The steps that lead from one value to the next, taken by the window and the command line alike."""
