"""What the OKRs screen shows: finished words, nothing to decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.presenters.notice import Notice
from desktop.presenters.okr.cycle_form import CycleForm
from desktop.presenters.okr.key_result_form import KeyResultForm
from desktop.presenters.okr.key_result_screens import CheckInScreen
from desktop.presenters.okr.objective_form import ObjectiveForm
from desktop.presenters.talk.context import ContextRow
from desktop.presenters.ticked import Ticked

Options = tuple[tuple[str, str], ...]
"""Keys with their labels, for a field to choose from."""


@dataclass(frozen=True, slots=True)
class CycleFormScreen:
    """A cycle being typed. `stopped` says why it was not let through, and asks for the sponsor ("" if it was not)."""

    form: CycleForm
    errors: Mapping[str, str]
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveFormScreen:
    """An objective being typed. `advice` says what speaks against the chosen level ("" for nothing).

    `title_warning` says what the title gives away once one of its key results is shared, `stopped` why it was not let
    through, and asks for the sponsor ("" if it was not stopped).
    """

    title: str
    form: ObjectiveForm
    errors: Mapping[str, str]
    levels: Options
    teams: Options
    people: Options
    advice: str
    title_warning: str = ""
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class KeyResultFormScreen:
    """A key result being typed.

    `check` is what the levels say together (`in_order` False: they contradict each other); `late` why a reason is
    asked for ("" if none is); `name_warning` what the neutral name gives away; `people`
    who may work on it.
    """

    title: str
    form: KeyResultForm
    errors: Mapping[str, str]
    kinds: Options
    kind_help: str
    has_levels: bool
    check: str
    in_order: bool
    late: str
    name_warning: str
    people: tuple[Ticked, ...] = ()


@dataclass(frozen=True, slots=True)
class SharingScreen:
    """What crosses to the performance side and what is held back, before it is shared and while it is.

    `crosses` are labels with words, `held` are (where, what it gives away and what to write instead).
    """

    crosses: tuple[tuple[str, str], ...]
    held: tuple[tuple[str, str], ...]
    never: str
    allowed: bool
    shared: bool


@dataclass(frozen=True, slots=True)
class PayForm:
    """What is typed about a value and pay. `use` is "unsaid", "plan" or "never"; `plan` a uid, "" for a new one."""

    use: str = "unsaid"
    plan: str = ""
    name: str = ""
    document: str = ""
    decided_by: str = ""
    threshold: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PayFormScreen:
    """A value and pay, being typed. `warning` says why the threshold would pay by score ("" if it would not)."""

    form: PayForm
    errors: Mapping[str, str]
    uses: Options
    plans: Options
    shared_plan: str
    warning: str


FormScreen = CycleFormScreen | ObjectiveFormScreen | KeyResultFormScreen | CheckInScreen | SharingScreen | PayFormScreen


@dataclass(frozen=True, slots=True)
class OpenForm:
    """The one form that is open. `key` names it; `place` is what it stands at: an objective, a key result, or "".

    `save_label` is "" where there is nothing to save.
    """

    key: str
    place: str
    screen: FormScreen
    save_label: str
    close_label: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One check-in in words."""

    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReflectionWords:
    """How a key result ended."""

    final: str
    outcome: str
    learning: str
    decision: str
    rescored: str


@dataclass(frozen=True, slots=True)
class KeyResultRow:
    """A key result: its bar, its score now, and, when expanded, its levels, check-ins and reflection.

    `pay` is what is said about its value and pay, `pay_link` why the plan's threshold would pay by score.
    """

    uid: str
    title: str
    row: ContextRow
    outcome: str
    late: str
    shared: bool
    expanded: bool
    can_check_in: bool
    pay: str = ""
    pay_link: str = ""
    neutral_name: str = ""
    levels: tuple[tuple[str, str], ...] = ()
    history: tuple[HistoryRow, ...] = ()
    reflection: ReflectionWords | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveCard:
    """An objective with its key results."""

    uid: str
    title: str
    why_now: str
    reason: str
    key_results: tuple[KeyResultRow, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveGroup:
    """The objectives of the company, of one team, or of one person."""

    title: str
    objectives: tuple[ObjectiveCard, ...]


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question before something that cannot be undone; yes means `act(action, uid)`."""

    title: str
    text: str
    verb: str
    action: str
    uid: str


@dataclass(frozen=True, slots=True)
class OkrsScreen:
    """The OKRs of one cycle. `empty` is what to do first where there is nothing yet, `first_action` its button."""

    cycles: Options
    cycle_uid: str
    subtitle: str
    legend: str
    groups: tuple[ObjectiveGroup, ...]
    empty: str = ""
    first_action: tuple[str, str] = ("", "")
    open_form: OpenForm | None = None
    question: QuestionWords | None = None
    notice: Notice | None = None
