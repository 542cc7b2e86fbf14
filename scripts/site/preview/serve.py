"""`python -m scripts serve`: a preview and its server, from the start to Ctrl-C."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket

import uvicorn

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.preview.preview import Preview
from scripts.site.preview.server import Server

REMEDY = "name one as host:port, such as 127.0.0.1:8000"
GRACE = 3  # seconds in which answers that are on their way may end


def serve(project: Project, address: str) -> None:
    """Serve until Ctrl-C; raises `Problem` where nobody can be served there."""
    host, port = _parsed(address)
    with _listening(host, port) as listener, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(project, listener, address))


async def _serve(project: Project, listener: socket.socket, address: str) -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task
    loop.add_signal_handler(signal.SIGTERM, task.cancel)
    preview = Preview(project)
    try:
        await preview.start()
        server = Server(preview)
        print(f"Serving on http://{address}{server.mount}", flush=True)
        await Uvicorn(preview, server).serve([listener])
    finally:
        await preview.close()


class Uvicorn(uvicorn.Server):
    """Ends the preview first, and with it the connections that wait for changes."""

    def __init__(self, preview: Preview, server: Server) -> None:
        self.preview = preview
        settings = {"log_level": "warning", "lifespan": "off"}
        super().__init__(
            uvicorn.Config(
                server.application(),
                timeout_graceful_shutdown=GRACE,
                **settings,  # type: ignore[arg-type]
            )
        )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the preview, then the server."""
        print("Shutting down", flush=True)
        await self.preview.close()
        await super().shutdown(sockets)


def _parsed(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise Problem(address, "is no address to serve on", REMEDY)
    return host.strip("[]"), int(port)


def _listening(host: str, port: int) -> socket.socket:
    """Take the address before anything is built. Raises `Problem`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = os.strerror(getattr(error, "errno", None) or 0)
        other = f"make ADDRESS={host}:{port + 1} serve"
        remedy = f"end what serves there, or name another: {other}"
        raise Problem(f"{host}:{port}", f"cannot be served: {why}", remedy) from None
