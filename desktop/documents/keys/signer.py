"""How pyHanko is made to sign our way: at a given moment, with a loaded key, leaving the metadata alone.

What is drawn in the field is ReportLab's (pyHanko's own text engine is slower and sets mixed fonts badly).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import keys, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.signers.pdf_cms import Signer, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigner, PdfSigningSession
from pyhanko.stamp import BaseStamp, BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.documents.files.locks import spelled
from desktop.documents.keys.certifying import loaded_key, split_chain
from desktop.documents.keys.token import sign_in_token
from desktop.models.identity import Identity


class SignerAt(PdfSigner):
    """Signs at a given moment: the drawing, the dictionary and the signed attribute name the same one."""

    moment: datetime

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        """Return the session with its clock set."""
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self.moment
        return session


class QuietWriter(IncrementalPdfFileWriter):
    """Leaves the metadata as it is: pyHanko would rewrite XMP and add itself to the producer at every update."""

    def _update_meta(self) -> None:
        return


def opens(reader: PdfFileReader, password: str) -> bool:
    """Try `password` on an encrypted file, which can be read from then on; tell whether it was the right one."""
    return reader.decrypt(spelled(password)).status is not AuthStatus.FAILED


class _LoadedKeySigner(SimpleSigner):
    """Signs with a key that is loaded once: checking an RSA key anew costs more than signing with it."""

    def __init__(self, certificate: x509.Certificate, key: rsa.RSAPrivateKey, info: keys.PrivateKeyInfo) -> None:
        super().__init__(signing_cert=certificate, signing_key=info, cert_registry=SimpleCertificateStore())
        self._loaded = key

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Return the PKCS#1 v1.5 signature of `data`, made with SHA-256; raise ValueError for another digest."""
        if digest_algorithm != "sha256":
            raise ValueError(f"this signer is made for SHA-256, not {digest_algorithm}")
        return self._loaded.sign(data, padding.PKCS1v15(), hashes.SHA256())


class _TokenSigner(Signer):
    """Signs with a key in a token."""

    def __init__(self, identity: Identity, pin: str) -> None:
        super().__init__(signing_cert=x509.Certificate.load(identity.certificate))
        self._identity = identity
        self._pin = pin

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Return the signature as `sign_in_token` makes it; no dry run is asked for where room is given."""
        if digest_algorithm != "sha256":
            raise ValueError(f"this signer is made for SHA-256, not {digest_algorithm}")
        return sign_in_token(self._identity, self._pin, data)


def signer_of(identity: Identity, pin: str = "") -> Signer:
    """Return what signs with the key of `identity`, here or in a token; raise ValueError if that is no RSA key."""
    signer = _TokenSigner(identity, pin) if identity.token else _loaded(identity)
    signer.cert_registry.register_multiple(issuers_of(identity))
    return signer


def _loaded(identity: Identity) -> SimpleSigner:
    certificate = x509.Certificate.load(identity.certificate)
    return _LoadedKeySigner(certificate, loaded_key(identity.key), keys.PrivateKeyInfo.load(identity.key))


def issuers_of(identity: Identity) -> list[x509.Certificate]:
    """Return the certificates of those who vouch for `identity`, for the file to carry along."""
    return [x509.Certificate.load(der) for der in split_chain(identity.chain)]


@dataclass(frozen=True)
class DrawnStyle(BaseStampStyle):
    """What is seen in the field: a function that draws it as a page of a given width and height in points."""

    border_width: int = 0
    background_opacity: float = 1.0
    draw: Callable[[float, float], bytes] | None = None

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, str]) -> BaseStamp:
        """Return the drawing for a field of this size."""
        return _DrawnStamp(writer, self, box)


class _DrawnStamp(BaseStamp):
    """A page drawn by ReportLab, taken over as the appearance of the field."""

    def _render_inner_content(self) -> list[bytes]:
        drawing = self.style.draw(self.box.width, self.box.height)
        writer: Any = self.writer
        page = writer.import_page_as_xobject(PdfFileReader(BytesIO(drawing)))
        self.resources.xobject["/Drawn"] = page
        return [b"/Drawn Do"]
