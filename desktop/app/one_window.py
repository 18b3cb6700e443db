"""One window for each vault and user: a second start brings the first window forward and ends.

The first window listens on a local socket that only its own user can reach; its name comes from user and folder.
"""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.app.address import address, clear_shelf, make_shelf

_COME, _SHOWN = b"come forward\n", b"shown\n"
_CONNECTING, _ANSWERING = 200, 2_000
"""Milliseconds that a second start waits for the first window."""
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (with it, Wayland lets a window come forward)


def bring_forward(folder: Path) -> bool:
    """Ask the window on the vault in `folder` to come forward; False if there is none, or it does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(_CONNECTING):
        return False
    socket.write(_COME + os.environ.get(_TOKEN, "").encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(_ANSWERING)
    return answered and bytes(socket.readAll().data()) == _SHOWN


class OneWindow(QObject):
    """Listens for second starts on the same vault.

    Signals:
        wanted(): somebody has started the program again; the window shall come forward.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def listen(self, folder: Path) -> None:
        """Stand for the vault in `folder` from now on; what a killed window left behind is taken over."""
        name = address(folder)
        if self._server.fullServerName() == name and self._server.isListening():
            return
        self._server.close()
        if make_shelf():
            self._server.listen(name)  # where that cannot be, a second start is told who holds the vault

    def close(self) -> None:
        """Stand for no vault any more."""
        self._server.close()
        clear_shelf()

    # slots

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._asked)
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._answer(socket)

    def _asked(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        said = bytes(socket.peek(4096).data())
        if not said.startswith(_COME) or said.count(b"\n") < 2:
            return
        token = bytes(socket.readAll().data()).splitlines()[1].decode("ascii", "ignore")
        if token:
            os.environ[_TOKEN] = token
        self.wanted.emit()
        socket.write(_SHOWN)
        socket.flush()
        socket.disconnectFromServer()
