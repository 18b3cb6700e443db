"""What is searched in the OKR room: its conversations, and what the team tries to reach and has learned."""

from sqlalchemy import case, null

from desktop.models.guide import Kind
from desktop.models.okr import Level
from desktop.models.search import Source
from desktop.storage.okr.schema import CHECK_IN, CYCLE, KEY_RESULT, OBJECTIVE, REFLECTION, SEARCH, TALKS
from desktop.storage.search.index import Searched
from desktop.storage.search.talks import talk_readings
from desktop.storage.search.texts import reading
from desktop.storage.tables.search import About

_OBJECTIVES = OBJECTIVE.join(CYCLE, CYCLE.c.uid == OBJECTIVE.c.cycle_uid)
_RESULTS = KEY_RESULT.join(OBJECTIVE, OBJECTIVE.c.uid == KEY_RESULT.c.objective_uid).join(
    CYCLE, CYCLE.c.uid == OBJECTIVE.c.cycle_uid
)
_OWNER = case((OBJECTIVE.c.level == Level.INDIVIDUAL.value, OBJECTIVE.c.owner_uid), else_=null())
_LINE = "\n"

_OBJECTIVE = reading(
    About.OBJECTIVE,
    Source.OBJECTIVE,
    _OBJECTIVES,
    uid=OBJECTIVE.c.uid,
    part=OBJECTIVE.c.uid,
    person_uid=_OWNER,
    day=CYCLE.c.starts_on,
    words=OBJECTIVE.c.title + _LINE + OBJECTIVE.c.why_now + _LINE + OBJECTIVE.c.individual_reason,
)
_RESULT = reading(
    About.KEY_RESULT,
    Source.KEY_RESULT,
    _RESULTS,
    uid=KEY_RESULT.c.uid,
    part=KEY_RESULT.c.uid,
    person_uid=_OWNER,
    day=CYCLE.c.starts_on,
    words=KEY_RESULT.c.title + _LINE + KEY_RESULT.c.neutral_name + _LINE + KEY_RESULT.c.late_reason,
)
_CHECK_IN = reading(
    About.KEY_RESULT,
    Source.CHECK_IN,
    CHECK_IN,
    uid=CHECK_IN.c.key_result_uid,
    part=CHECK_IN.c.uid,
    person_uid=null(),
    day=CHECK_IN.c.as_of,
    words=CHECK_IN.c.source,
)
_LEARNING = reading(
    About.KEY_RESULT,
    Source.LEARNING,
    REFLECTION,
    uid=REFLECTION.c.key_result_uid,
    part=REFLECTION.c.uid,
    person_uid=null(),
    day=REFLECTION.c.as_of,
    words=REFLECTION.c.learning + _LINE + REFLECTION.c.source + _LINE + REFLECTION.c.rescore_reason,
)

SEARCHED = Searched(Kind.OKR, SEARCH, (*talk_readings(TALKS), _OBJECTIVE, _RESULT, _CHECK_IN, _LEARNING))
