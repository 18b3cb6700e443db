"""An invented firm to try things out with."""
