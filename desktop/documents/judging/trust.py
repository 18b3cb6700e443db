"""Whether a signer is somebody who is expected: by their own certificate, or because a root vouches for them.

A root vouches within the limits that stand in it (days, length of the path, names), and only with certificates that
were issued for signing documents: one for a web server signs no notes. No network is asked.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from asn1crypto import x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.authority import CertTrustAnchor, derive_quals_from_cert
from pyhanko_certvalidator.errors import ExpiredError, NotYetValidError, PathError, ValidationError
from pyhanko_certvalidator.policy_decl import PKIXValidationParams

from desktop.i18n import _

_PURPOSES = {"1.3.6.1.5.5.7.3.36", "email_protection", "any_extended_key_usage", "1.3.6.1.4.1.311.10.3.12"}
"""Documents, mail, anything, and documents as Microsoft numbers them."""


@dataclass(frozen=True, slots=True)
class Vouched:
    """Which root vouches for a signer ("" for none), and why none does where the certificate claims one."""

    issuer: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Trust:
    """Who is expected: certificates (DER) of people, and of the roots that may vouch for others."""

    certificates: Sequence[bytes] = ()
    anchors: Sequence[bytes] = ()

    @property
    def anybody(self) -> bool:
        """Whether anybody is expected at all."""
        return bool(self.certificates or self.anchors)

    def vouched(self, signature: EmbeddedPdfSignature, moment: datetime | None) -> Vouched:
        """Return who vouches for whoever signed.

        The certificates between root and signer come with the file; all must have been in force at `moment`.
        """
        return self.vouched_for(signature.signer_cert, list(signature.other_embedded_certs), moment)

    def vouched_for(self, signer: x509.Certificate, others: list[x509.Certificate], moment: datetime | None) -> Vouched:
        """Return who vouches for a signer, with the certificates that came along in `others`; see `vouched`."""
        if not self.anchors or signer.self_issued or signer.ca:
            return Vouched()
        if not _for_documents(signer):
            return Vouched(doubt=_("The certificate of {name} was not issued for signing documents."))
        roots = [x509.Certificate.load(der) for der in self.anchors]
        try:
            path = asyncio.run(_validator(signer, others, roots, moment).async_validate_path())
        except (PathError, ValidationError) as error:
            return Vouched(doubt=_doubt(error, _topmost(signer, others).issuer, roots))
        return Vouched(issuer=called(path.first.subject))


def _validator(
    signer: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    moment: datetime | None,
) -> CertificateValidator:
    context = ValidationContext(
        trust_roots=[_anchor(root) for root in roots if root.ca],  # pyHanko takes any anchor
        other_certs=list(others),
        allow_fetching=False,
        moment=moment,
    )
    # given explicitly: else a root that limits addresses would be taken to permit no other sort of name at all
    return CertificateValidator(signer, validation_context=context, pkix_params=PKIXValidationParams())


def _anchor(root: x509.Certificate) -> CertTrustAnchor:
    """Return `root` with its limits, which pyHanko asks of every certificate but a root. Its policies bind nobody."""
    limits = derive_quals_from_cert(root)
    if limits.standard_parameters:
        names = replace(
            limits.standard_parameters,
            user_initial_policy_set=frozenset(["any_policy"]),
            initial_explicit_policy=False,
        )
        limits = replace(limits, standard_parameters=names)
    return CertTrustAnchor(root, limits)


def _for_documents(signer: x509.Certificate) -> bool:
    usage, purposes = signer.key_usage_value, signer.extended_key_usage_value
    allowed = usage is None or bool({"digital_signature", "non_repudiation"} & usage.native)
    return allowed and (purposes is None or bool(_PURPOSES & set(purposes.native)))


def _topmost(signer: x509.Certificate, others: Sequence[x509.Certificate]) -> x509.Certificate:
    """Return the last certificate on the way up that names somebody else as its issuer."""
    way = [signer]
    while above := [each for each in others if each.subject == way[-1].issuer and each not in way]:
        if above[0].self_issued:
            break
        way.append(above[0])
    return way[-1]


def _doubt(error: Exception, issuer: x509.Name, roots: Sequence[x509.Certificate]) -> str:
    """Return why no root vouches, with a place for the name of the signer."""
    named = [root for root in roots if root.subject == issuer]
    if isinstance(error, ExpiredError | NotYetValidError):
        said = _("{issuer} vouches for {name}, but a certificate between them was not valid when it was signed.")
    elif not named:
        said = _("{issuer} vouches for {name}, but you do not know {issuer}.")
    elif not any(root.ca for root in named):
        said = _("{issuer} may not vouch for {name}: its certificate is not that of an authority.")
    else:
        said = _("{issuer}, whom you trust, did not issue the certificate of {name}, or was not allowed to.")
    return said.replace("{issuer}", called(issuer).replace("{", "{{").replace("}", "}}"))


def called(name: x509.Name) -> str:
    """Return what an authority is called by the name in its certificate."""
    return str(name.native.get("common_name") or name.human_friendly)
