"""A timestamp authority on this machine: honest, refusing, talking nonsense, gone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from asn1crypto import keys, tsp, x509
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from desktop.documents.identity import make_identity
from desktop.documents.render import render
from desktop.documents.sign import Signatory
from desktop.documents.timestamps import sign_stamped
from desktop.documents.verify import verify
from desktop.models.identity import Identity
from desktop.models.people import Person
from desktop.models.verdict import Outcome
from tests.documents.conftest import SIGNED_AT
from tests.documents.notes import MANAGER, okr_note

SEEN_AT = datetime(2026, 11, 20, 10, 7, tzinfo=UTC)
Answer = Callable[[bytes], tuple[int, bytes]]


@contextmanager
def authority(answer: Answer) -> Iterator[str]:
    """Run a server that answers requests for timestamps, and lend its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            code, body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(code)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def clock() -> DummyTimeStamper:
    made = make_identity(Person("", "Clock"), SIGNED_AT)
    certificate, key = x509.Certificate.load(made.certificate), keys.PrivateKeyInfo.load(made.key)
    return DummyTimeStamper(certificate, key, fixed_dt=SEEN_AT)


def test_its_time_stands_beside_the_signers(identity: Identity, clock: DummyTimeStamper) -> None:
    def honest(request: bytes) -> tuple[int, bytes]:
        return 200, clock.request_tsa_response(tsp.TimeStampReq.load(request)).dump()

    with authority(honest) as address:
        done = sign_stamped(render(okr_note()), Signatory(identity, MANAGER.name, SIGNED_AT), address)
    assert done.warning == ""
    verdict = verify(done.pdf, "", [identity.certificate])
    assert verdict.outcome is Outcome.INTACT
    assert verdict.signatures[0].stamped_at == SEEN_AT


@pytest.mark.parametrize("answer", [(500, b""), (200, b"nonsense"), (200, b"")])
def test_whatever_it_does_the_file_is_signed(answer: tuple[int, bytes], identity: Identity) -> None:
    with authority(lambda request: answer) as address:
        done = sign_stamped(render(okr_note()), Signatory(identity, MANAGER.name, SIGNED_AT), address)
    assert "signed without it" in done.warning
    verdict = verify(done.pdf, "", [identity.certificate])
    assert (verdict.outcome, verdict.signatures[0].stamped_at) == (Outcome.INTACT, None)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "nonsense", "http://"])
def test_nobody_there(address: str, identity: Identity) -> None:
    done = sign_stamped(render(okr_note()), Signatory(identity, MANAGER.name, SIGNED_AT), address)
    assert "signed without it" in done.warning
    assert verify(done.pdf, "", [identity.certificate]).outcome is Outcome.INTACT
