"""What can go wrong, said in one sentence that a person can act on."""


class Problem(Exception):
    """Something a user caused or met; `str(problem)` is the sentence to show.

    Every layer raises this class (or a subclass, where a caller must tell cases apart) for bad input and for
    faults of disk or file. Anything else that escapes is a defect of the program.

    The sentence may hold named places, filled from `facts`: the models know no language, so `i18n.say` translates
    the sentence first and fills the places afterwards.
    """

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence.format(**facts) if facts else sentence)
        self.sentence = sentence
        self.facts = facts


class Locked(Problem):
    """A file that needs a password, or another one than was given."""


class Unstamped(Problem):
    """A timestamp authority gave no timestamp; the sentence says why. What was to be signed can be signed without."""
