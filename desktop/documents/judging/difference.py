"""What may change in a file after it was signed.

pyHanko compares the revisions; these rules are its own, set stricter where its defaults let an attack through: a
field may not be hidden later (/F), the drawn appearance of a signed field may not be exchanged in place, and the title
that a reader shows in its window stays what it was.
"""

from collections.abc import Iterable
from io import BytesIO

from pyhanko.pdf_utils.generic import Reference, StreamObject
from pyhanko.pdf_utils.metadata.xmp_xml import XmpXmlProcessingError, parse_xmp
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FieldComparisonContext,
    FieldComparisonSpec,
    FormUpdate,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    ReferenceUpdate,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    WhitelistRule,
    XrefStreamRule,
)

_VALUES = frozenset({"/DA", "/Type", "/Ff", "/Q", "/V", "/AS", "/AP", "/M"})
_DESCRIPTIVE = "http://purl.org/dc/elements/1.1/"
_SAVED_BY = frozenset({"/ModDate", "/Producer"})


def honest_changes() -> StandardDiffPolicy:
    """Return the policy: filling a field, signing a field and adding a timestamp are honest, nothing else is."""
    upkeep = ModificationLevel.LTA_UPDATES
    return StandardDiffPolicy(
        global_rules=[
            CatalogModificationRule(),
            _SameInfo().as_qualified(upkeep),
            XrefStreamRule().as_qualified(upkeep),
            ObjectStreamRule().as_qualified(upkeep),
            DSSCompareRule().as_qualified(upkeep),
            _SameDescription().as_qualified(upkeep),
            _Forgotten().as_qualified(ModificationLevel.FORM_FILLING),
        ],
        form_rule=FormUpdatingRule(
            field_rules=[
                SigFieldCreationRule(),
                SigFieldModificationRule(allow_in_place_appearance_stream_changes=False, value_update_keys=_VALUES),
                _Filled(allow_in_place_appearance_stream_changes=False, value_update_keys=_VALUES),
            ]
        ),
    )


class _Filled(GenericFieldModificationRule):
    """A reader that lacks a letter takes the drawing of a text field away: whoever opens the file next draws it."""

    def check_form_field(
        self, fq_name: str, spec: FieldComparisonSpec, context: FieldComparisonContext
    ) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        """Return what this clears in one field; raise SuspiciousModification if more than its value changed."""
        reference = spec.new_field_ref
        if reference is None or not _undrawn(spec):
            yield from super().check_form_field(fq_name, spec, context)
            return
        locked = self.compare_fields(spec)
        for place in spec.expected_contexts():
            update = FormUpdate(reference, field_name=fq_name, valid_when_locked=locked, context_checked=place)
            yield ModificationLevel.FORM_FILLING, update


def _undrawn(spec: FieldComparisonSpec) -> bool:
    old, new = spec.old_field, spec.new_field
    return spec.field_type == "/Tx" and "/AP" in (old or {}) and "/AP" not in (new or {})


class _Forgotten(WhitelistRule):
    """A replaced drawing that is written once more, though nothing refers to it any longer.

    Poppler writes it as a next generation of its number; PDFium writes all that it has loaded, changed or not.
    """

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        """Return the references this clears: rewritten streams that nothing in the new revision leads to."""
        written = [reference for reference in new.explicit_refs_in_revision() if _is_rewritten(reference, old, new)]
        used = new.collect_dependencies(new.root) if written else set()
        for reference in written:
            if reference not in used:
                yield ReferenceUpdate(reference)


def _is_rewritten(reference: Reference, old: HistoricalResolver, new: HistoricalResolver) -> bool:
    if reference.generation > 0:
        return True
    return not old.is_ref_unassignable(reference) and isinstance(new(reference), StreamObject)


class _SameInfo(DocInfoRule):
    """A program that saves a file may write its name and the moment, but no other title or author."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        """Return the references this clears; raise SuspiciousModification if what is described has changed."""
        if _info(old) != _info(new):
            raise SuspiciousModification("the title was changed")
        return super().apply(old, new)


class _SameDescription(MetadataUpdateRule):
    """The same for the XMP metadata: title, identifier and language stay."""

    def __init__(self) -> None:
        super().__init__(check_xml_syntax=True)  # type: ignore[no-untyped-call]

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        """Return the references this clears; raise SuspiciousModification if what is described has changed."""
        cleared = list(super().apply(old, new))
        if _description(old) != _description(new):
            raise SuspiciousModification("the title was changed")
        return cleared


def _info(revision: HistoricalResolver) -> dict[str, str]:
    reference = revision.trailer_view.get_value_as_reference("/Info", optional=True)
    info = revision.get_object(reference) if reference else {}
    return {str(key): str(info[key]) for key in info if key not in _SAVED_BY}  # .items() would be encrypted


def _description(revision: HistoricalResolver) -> dict[str, str]:
    """Return the Dublin Core parts of the metadata with their words."""
    if "/Metadata" not in revision.root:
        return {}
    try:
        parts = parse_xmp(BytesIO(revision.root["/Metadata"].data))
    except XmpXmlProcessingError as error:
        raise SuspiciousModification("the metadata cannot be read") from error
    named = [(name, value) for part in parts for name, value in part if name.ns == _DESCRIPTIVE]
    return {name.local_name: repr(value) for name, value in named}
