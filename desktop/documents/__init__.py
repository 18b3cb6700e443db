"""From a note to a signed PDF and back to a verdict: bytes in, bytes out.

ReportLab, pikepdf, pyHanko and pypdfium2 are imported here and nowhere else; import these modules when they are
first needed, not at start.
"""
