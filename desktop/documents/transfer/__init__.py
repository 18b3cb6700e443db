"""The file that one manager hands over to another: listed, signed, sealed for one reader."""
