"""The parts of a signature that no signature covers: version, list of algorithms, who the signer is said to be.

Nothing in a note depends on them, but a file in which they were touched is not the file that was signed. They say
twice what is signed elsewhere, so each must agree with its twin (CMS, RFC 5652, 5.1 and 5.3).
"""

from asn1crypto import cms, parser, x509

_INDEFINITE = 0x80


def is_untouched(content: bytes, certificate: x509.Certificate) -> bool:
    """Return whether the envelope (CMS, perhaps followed by free bytes) is as the signer of `certificate` made it."""
    info = cms.ContentInfo.load(content)
    data = info["content"]
    (signer,) = data["signer_infos"]
    return (
        info["content_type"].native == "signed_data"
        and data["version"].native == "v1"
        and signer["version"].native == "v1"
        and [each.dump() for each in data["digest_algorithms"]] == [signer["digest_algorithm"].dump()]
        and _names(signer["sid"], certificate)
        and _is_plain(content)
    )


def _names(told: cms.SignerIdentifier, certificate: x509.Certificate) -> bool:
    """Return whether the signer is named as the certificate names its issuer and itself."""
    if told.name != "issuer_and_serial_number":
        return False
    chosen = told.chosen
    same: bool = chosen["issuer"].dump() == certificate.issuer.dump()
    return same and chosen["serial_number"].native == certificate.serial_number


def _is_plain(content: bytes) -> bool:
    """Return whether every length fits what it holds, written as DER writes it; some programs leave lengths open."""
    if content[1] == _INDEFINITE:
        return True
    return _fits(content[: parser.peek(content)])


def _fits(values: bytes) -> bool:
    """Return whether `values` are whole values one after the other, and so on inside those that hold others."""
    while values:
        try:
            _class, holds_others, _tag, head, inside, _trailer = parser.parse(values)
        except ValueError:
            return False
        if not _is_shortest(head, len(inside)) or (holds_others and not _fits(inside)):
            return False
        values = values[len(head) + len(inside) :]
    return True


def _is_shortest(head: bytes, length: int) -> bool:
    """Return whether the length in the head of a value is written in as few bytes as can be."""
    return len(head) <= 2 or length >= (0x80 if len(head) == 3 else 1 << 8 * (len(head) - 3))
