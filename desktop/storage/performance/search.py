"""What is searched in the performance room: its conversations, what came back before them, what a role asks, and what
was observed.
"""

from sqlalchemy import null

from desktop.models.guide import Kind
from desktop.models.preparation import words_of
from desktop.models.search import Source
from desktop.storage.performance.schema import EVIDENCE, EXPECTATION, SEARCH, TALKS
from desktop.storage.performance.schema_preparation import SHEET_RETURNED
from desktop.storage.search.index import Searched
from desktop.storage.search.talks import talk_reading, talk_readings
from desktop.storage.search.texts import reading
from desktop.storage.tables.search import About

_LINE = "\n"

_EXPECTATION = reading(
    About.EXPECTATION,
    Source.EXPECTATION,
    EXPECTATION,
    uid=EXPECTATION.c.uid,
    part=EXPECTATION.c.uid,
    person_uid=EXPECTATION.c.person_uid,
    day=null(),
    words=EXPECTATION.c.text,
)
_EVIDENCE = reading(
    About.EVIDENCE,
    Source.EVIDENCE,
    EVIDENCE,
    uid=EVIDENCE.c.uid,
    part=EVIDENCE.c.uid,
    person_uid=EVIDENCE.c.person_uid,
    day=EVIDENCE.c.observed_on,
    words=EVIDENCE.c.situation + _LINE + EVIDENCE.c.behaviour + _LINE + EVIDENCE.c.impact,
)

_SHEET = talk_reading(
    TALKS,
    Source.SHEET,
    SHEET_RETURNED,
    part=SHEET_RETURNED.c.uid,
    words=SHEET_RETURNED.c.said,
    read=words_of,
)

SEARCHED = Searched(Kind.PERFORMANCE, SEARCH, (*talk_readings(TALKS), _SHEET, _EXPECTATION, _EVIDENCE))
