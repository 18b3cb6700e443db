"""What may change in a file after it was signed.

pyHanko compares the revisions; these rules are its own, set stricter where its defaults let an attack through: a
field may not be hidden later (/F), and the drawn appearance of a signed field may not be exchanged in place.
"""

from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)

_VALUES = frozenset({"/DA", "/Type", "/Ff", "/Q", "/V", "/AS", "/AP", "/M"})


def honest_changes() -> StandardDiffPolicy:
    """Return the policy: filling a field, signing a field and adding a timestamp are honest, nothing else is."""
    upkeep = ModificationLevel.LTA_UPDATES
    return StandardDiffPolicy(
        global_rules=[
            CatalogModificationRule(),
            DocInfoRule().as_qualified(upkeep),
            XrefStreamRule().as_qualified(upkeep),
            ObjectStreamRule().as_qualified(upkeep),
            DSSCompareRule().as_qualified(upkeep),
            MetadataUpdateRule().as_qualified(upkeep),
        ],
        form_rule=FormUpdatingRule(
            field_rules=[
                SigFieldCreationRule(),
                SigFieldModificationRule(allow_in_place_appearance_stream_changes=False),
                GenericFieldModificationRule(allow_in_place_appearance_stream_changes=False, value_update_keys=_VALUES),
            ]
        ),
    )
