"""Timestamp authorities on this machine: an honest one, and those that fail in every way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from desktop.documents.keys.certifying import key_bytes, subject_of

STAMPED_AT = datetime(2026, 11, 20, 10, 7, 30, tzinfo=UTC)
NAME = "Example Timestamps"
Answer = Callable[[bytes], tuple[int, bytes]]


def authority(*purposes: x509.ObjectIdentifier, at: datetime = STAMPED_AT) -> DummyTimeStamper:
    """Return pyHanko's own authority, with a certificate for `purposes` (timestamps if none is given)."""
    key, name = rsa.generate_private_key(65537, 2048), subject_of(NAME)
    usage = x509.ExtendedKeyUsage(purposes or [x509.ExtendedKeyUsageOID.TIME_STAMPING])
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), 7)
        .not_valid_before(STAMPED_AT - timedelta(days=30))
        .not_valid_after(STAMPED_AT + timedelta(days=30))
        .add_extension(usage, critical=True)
    )
    der = built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    return DummyTimeStamper(asn1.Certificate.load(der), keys.PrivateKeyInfo.load(key_bytes(key)), fixed_dt=at)


def honest(stamper: DummyTimeStamper) -> Answer:
    """Stamp what is asked."""
    return lambda asked: (200, stamper.request_tsa_response(tsp.TimeStampReq.load(asked)).dump())


def about_something_else(stamper: DummyTimeStamper) -> Answer:
    """Stamp another digest than the one that was asked for."""

    def answer(asked: bytes) -> tuple[int, bytes]:
        request = tsp.TimeStampReq.load(asked)
        imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": bytes(32)}
        other = {"version": 1, "message_imprint": imprint, "nonce": request["nonce"], "cert_req": True}
        return 200, stamper.request_tsa_response(tsp.TimeStampReq(other)).dump()

    return answer


def refusing(asked: bytes) -> tuple[int, bytes]:
    """Say in proper form that there is no timestamp."""
    return 200, bytes.fromhex("30053003020102")  # a status of 2, "rejection", and nothing more


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Answer each request over HTTP; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            status, body = answer(asked)
            self.send_response(status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/tsa"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def silent() -> Iterator[str]:
    """Take a request and never answer it, until the block ends."""
    over = Event()

    def wait(asked: bytes) -> tuple[int, bytes]:
        over.wait(60)
        return 503, b""

    with serving(wait) as address:
        try:
            yield address
        finally:
            over.set()
