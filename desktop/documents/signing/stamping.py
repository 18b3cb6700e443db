"""Ask a timestamp authority to confirm when a signature was made (RFC 3161).

Only a digest leaves this machine. Whatever goes wrong there is told in a sentence, within ten seconds, and never keeps
anybody from signing.
"""

from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, ClassVar
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from asn1crypto import cms, core, tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.validation.generic_cms import validate_tst_signed_data
from pyhanko.sign.validation.status import TimestampSignatureStatus
from pyhanko_certvalidator import ValidationContext

from desktop.documents.judging.stamps import holds
from desktop.documents.signing.sign import LARGEST_STAMP
from desktop.models.problems import Unstamped

SECONDS = 10.0


class _Answer(core.Sequence):  # type: ignore[misc]  # the library is not annotated
    """An answer as authorities send it: where they refuse, nothing follows the reason."""

    _fields: ClassVar = [("status", tsp.PKIStatusInfo), ("token", cms.ContentInfo, {"optional": True})]


class Stamper(TimeStamper):
    """Asks one authority. Every failure is an Unstamped, a stamp that does not fit included."""

    def __init__(self, address: str) -> None:
        parent: Any = super()  # annotated only in part
        parent.__init__()
        self._address = address
        self._scheme, self._host = _parts(address)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Return a timestamp for a digest; raise Unstamped if there is none that fits."""
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            fits = len(token.dump()) <= LARGEST_STAMP and await _fits(token, message_digest)
        except Unstamped:
            raise
        except Exception as error:  # whatever a server answers
            raise self._unusable() from error
        if not fits:
            raise self._unusable()
        return token

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the answer of the authority; raise Unstamped if there is none in time."""
        answer = self._answer(req.dump())
        if _Answer.load(answer, strict=True)["status"]["status"].native not in ("granted", "granted_with_mods"):
            raise Unstamped("The timestamp authority at {host} refused to give a timestamp.", host=self._host)
        return tsp.TimeStampResp.load(answer, strict=True)

    def _answer(self, asked: bytes) -> bytes:
        """Ask in a thread of its own: a name that is not found or a byte a minute must not hold anybody up."""
        if self._scheme not in ("http", "https") or not self._host:
            raise Unstamped("The address of the timestamp authority has to begin with http:// or https:// and a name.")
        answers: SimpleQueue[bytes | Exception] = SimpleQueue()
        Thread(target=_ask, args=(self._address, asked, SECONDS, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=SECONDS)
        except Empty:
            answer = TimeoutError()
        if isinstance(answer, bytes):
            return answer
        raise self._unanswered(answer) from answer

    def _unanswered(self, error: Exception) -> Unstamped:
        if isinstance(error, HTTPError):
            return Unstamped("The timestamp authority at {host} refused to give a timestamp.", host=self._host)
        if isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError):
            return Unstamped("The timestamp authority at {host} did not answer in time.", host=self._host)
        return Unstamped("The timestamp authority at {host} cannot be reached.", host=self._host)

    def _unusable(self) -> Unstamped:
        return Unstamped("What the timestamp authority at {host} sent is no valid timestamp.", host=self._host)


def _parts(address: str) -> tuple[str, str]:
    """Return the scheme and the host of an address; "" for what it lacks."""
    try:
        parts = urlsplit(address)
        return parts.scheme, parts.hostname or ""
    except ValueError:
        return "", ""


def _ask(address: str, asked: bytes, seconds: float, answers: "SimpleQueue[bytes | Exception]") -> None:
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    try:
        request = Request(address, asked, headers)  # noqa: S310 - the scheme was checked
        with urlopen(request, timeout=seconds) as response:  # noqa: S310
            answers.put(response.read(4 * LARGEST_STAMP))
    except Exception as error:  # an address can be wrong in any way
        answers.put(error)


async def _fits(token: cms.ContentInfo, digest: bytes) -> bool:
    """Return whether a timestamp is sound and speaks of this very digest."""
    signed = token["content"]
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    found = await validate_tst_signed_data(signed, context, lambda _algorithm: digest)
    return holds(TimestampSignatureStatus(**found))
