"""The writing coach of one step of a conversation: a panel below each group of the manager's fields."""

from collections.abc import Mapping

from desktop.presenters.talk.conversation import ConversationPresenter
from desktop.views.talk.coach_panel import CoachPanel, Watched
from desktop.views.talk.form_view import Editors

GROUPS = ("form", "noted", "private", "promised")


class StepCoach:
    """Has the fields of a step read along; `panels` (by group) are to be put below their fields.

    One panel for all would come and go above some of the fields, and move them while one types.
    """

    def __init__(self, presenter: ConversationPresenter) -> None:
        self._presenter = presenter
        self.panels = {group: CoachPanel(presenter.set_aside) for group in GROUPS}

    def read(self, visit: str, fields: Mapping[str, Editors]) -> None:
        """Look at these fields (by group) from now on; another `visit` begins anew."""
        for group, panel in self.panels.items():
            panel.turn_to(visit, self._watched(fields[group]))

    def _watched(self, editors: Editors) -> Watched:
        """Return the editors by where their words stand, each with what looks at them."""
        spots = {self._presenter.spot(subject, voice): editor for (subject, voice), editor in editors.items()}
        looks = {spot: self._presenter.look(spot) for spot in spots}
        return {spot: (editor, look) for spot, editor in spots.items() if (look := looks[spot]) is not None}
