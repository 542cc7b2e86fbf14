"""`python -m scripts serve` in a small checkout, as browsers see it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import psutil

from tests.small_checkout import environment

BIN = Path(sys.executable).parent
SCRIPT = re.compile(
    r'<script src="[^"]*" data-events="([^"]*)" data-shown="([^"]*)"></script>'
)
HEARD: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
BUILT = "built the site"
ALERT = 'role="alert"'
PATIENCE = 1000


class Event(NamedTuple):
    """What an open page is told: what kind, of which state, and what has changed."""

    kind: str
    key: str
    told: dict[str, dict[str, str]]


class OpenPage:
    """A page in a window, with its connection to the server."""

    def __init__(self, address: str) -> None:
        self.html = get(address)
        found = SCRIPT.search(self.html)
        assert found, "the page does not keep itself up to date"
        self.events, self.key = urljoin(address, found[1]), found[2]
        self.connection = self._connect(f"{self.events}&shown={self.key}")

    def _connect(self, address: str, **headers: str) -> HTTPResponse:
        asked = Request(address, headers=headers)
        answer: HTTPResponse = urlopen(asked, timeout=PATIENCE)
        return answer

    def connect_again(self) -> Event:
        """Connect as a browser does after a break; what it is told at once."""
        self.connection.close()
        self.connection = self._connect(self.events, **{"Last-Event-ID": self.key})
        return self.next()

    def next(self) -> Event:
        """Wait for the next event; remember the state that it tells."""
        fields: dict[str, str] = {}
        while line := self.connection.readline().decode():
            name, _, value = line.strip().partition(": ")
            if name:
                fields[name] = value
            elif "event" in fields:
                self.key = fields["id"]
                told = json.loads(fields["data"])
                return Event(fields["event"], self.key, told)
        raise AssertionError("the server has closed the connection")

    def until(self, wanted: Callable[[Event], bool]) -> Event:
        """The first event that is wanted."""
        while not wanted(event := self.next()):
            pass
        return event


class Served:
    """A server, and what browsers and its terminal see of it."""

    def __init__(
        self, root: Path, address: str, process: subprocess.Popen[str]
    ) -> None:
        self.root, self.address, self.process = root, address, process
        self.said: list[str] = []
        self.heard = threading.Condition()
        self.windows: list[OpenPage] = []

    def listen(self, lines: Iterable[str]) -> None:
        """Note what the server says."""
        for line in lines:
            with self.heard:
                self.said.append(line)
                self.heard.notify_all()

    def told(self, words: str, times: int = 1) -> str:
        """Wait until the terminal has shown these words so often; all that it has."""
        with self.heard:
            seen = lambda: "".join(self.said).count(words) >= times  # noqa: E731
            assert self.heard.wait_for(seen, PATIENCE), "".join(self.said)
            return "".join(self.said)

    def builds(self) -> int:
        """How many whole builds there were."""
        return "".join(self.said).count(BUILT)

    def get(self, name: str = "") -> str:
        """A page as it is without what only the preview adds."""
        return SCRIPT.sub("", get(self.address + name))

    def open(self, name: str = "") -> OpenPage:
        """A page in a window of its own, connected."""
        self.windows.append(OpenPage(self.address + name))
        assert self.windows[-1].next().kind == "open"
        return self.windows[-1]

    def processes(self) -> list[psutil.Process]:
        """The server, and all that it has started."""
        server = psutil.Process(self.process.pid)
        return [server, *server.children(recursive=True)]

    def differing(self, folder: Path) -> list[str]:
        """The pages of a whole build that are served with other bytes."""
        found = sorted(folder.rglob("*.html"))
        names = [p.relative_to(folder).as_posix() for p in found]
        return [n for n in names if self.get(n) != (folder / n).read_text()]


def sections(event: Event) -> str:
    """What is put into an open page."""
    return "".join(event.told.get("sections", {}).values())


def banners(event: Event) -> str:
    """What an open page says is wrong."""
    return "".join(event.told["banners"].values())


def get(address: str) -> str:
    """What is served at an address, as text, also where that is an error."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()


def status_of(address: str) -> int:
    """How a server answers a request."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def command(root: Path, port: int) -> list[str | Path]:
    """How a person starts the server."""
    address = f"127.0.0.1:{port}"
    told = ["serve", "--address", address, "--project", str(root)]
    return [sys.executable, "-m", "scripts", *told]


@contextmanager
def serving(root: Path, port: int, path: str = "") -> Iterator[Served]:
    """The server, once it serves; ended as a person ends it."""
    with subprocess.Popen(
        command(root, port), cwd=root, env=environment(), text=True, **HEARD
    ) as process:
        served = Served(root, f"http://127.0.0.1:{port}/{path}", process)
        listening = threading.Thread(target=served.listen, args=[process.stdout])
        listening.start()
        try:
            served.told("Serving on")
            yield served
        finally:
            for window in served.windows:
                window.connection.close()
            process.send_signal(signal.SIGINT)
            listening.join()
