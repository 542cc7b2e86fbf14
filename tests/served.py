"""`mkdocs serve` in a small checkout, as a browser sees it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import yaml

from scripts.core.project import HERE

BIN = Path(sys.executable).parent
RELOADS = re.compile(
    r"<script>\nvar livereload = .*?livereload\((\d+), (\d+)\);\n</script>", re.DOTALL
)
PATIENCE = 1000


def configure(root: Path, **more: object) -> int:
    """Give a checkout the hooks and plugins of this one; the port that it serves on."""
    config = yaml.load((HERE / "mkdocs.yml").read_text(), yaml.BaseLoader)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    told = {name: config[name] for name in ("markdown_extensions", "validation")}
    told |= {
        "site_name": "Small",
        "site_description": "A small site.",
        "site_url": f"http://127.0.0.1:{port}/",
        "dev_addr": f"127.0.0.1:{port}",
        "plugins": ["search", {"offline": {"enabled": False}}],
        "theme": {"name": "material", "font": False},
        "hooks": [str(HERE / hook) for hook in config["hooks"]],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(told | more))
    return port


class Served:
    """A server, and what a browser does with it."""

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.address = f"http://127.0.0.1:{port}/"
        self.said: list[str] = []

    def listen(self, lines: Iterable[str], until: str) -> None:
        """Note what the server says until it has said this."""
        for line in lines:
            self.said.append(line)
            if until in line:
                return
        raise AssertionError("".join(self.said))

    def get(self, name: str = "") -> str:
        """What is served, as it would be without a server that reloads pages."""
        return RELOADS.sub("", self._get(name))

    def version(self, name: str = "") -> int:
        """The number of the build that a page comes from."""
        found = RELOADS.search(self._get(name))
        assert found, "the page does not reload by itself"
        return int(found[1])

    def reloaded(self, save: Callable[[], object], name: str = "") -> str:
        """Look at a page, save something, and see the page again when it reloads."""
        seen = self.version(name)
        with ThreadPoolExecutor(1) as pool:
            polled = pool.submit(self._get, f"livereload/{seen}/1")
            save()
            assert int(polled.result()) > seen
        return self.get(name)

    def _get(self, name: str) -> str:
        with urlopen(self.address + name, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def differing(self, folder: Path) -> list[str]:
        """The files of a whole build that are served with other bytes."""
        found = [p for p in sorted(folder.rglob("*")) if p.is_file()]
        names = [p.relative_to(folder).as_posix() for p in found]
        return [n for n in names if self._is_other(n, (folder / n).read_bytes())]

    def _is_other(self, name: str, content: bytes) -> bool:
        try:
            with urlopen(self.address + name, timeout=PATIENCE) as answer:
                served = answer.read()
        except HTTPError:
            return True
        if name.endswith(".html"):
            served = RELOADS.sub("", served.decode()).encode()
        return bool(served != content)


def environment(**more: str) -> dict[str, str]:
    """That of a person at a terminal, with a day that does not change."""
    told = {"PYTHONPATH": str(HERE), "NO_MKDOCS_2_WARNING": "1"}
    return os.environ | told | {"SOURCE_DATE_EPOCH": "0"} | more


@contextmanager
def serving(root: Path, port: int, **more: str) -> Iterator[Served]:
    """The server, once it serves; ended as a person ends it."""
    served = Served(root, port)
    with (
        subprocess.Popen(
            [BIN / "mkdocs", "serve", "--no-strict"],
            cwd=root,
            env=environment(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as server,
        ThreadPoolExecutor(1) as pool,
    ):
        assert server.stdout
        try:
            served.listen(server.stdout, "Serving on")
            pool.submit(served.listen, server.stdout, "Shutting down")
            yield served
        finally:
            server.send_signal(signal.SIGINT)


def build(root: Path) -> Path:
    """A whole build of the checkout."""
    folder = root.parent / "whole"
    done = subprocess.run(
        [BIN / "mkdocs", "build", "--no-strict", "--site-dir", folder],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder
