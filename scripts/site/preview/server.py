"""What browsers ask for: pages, files, and what changes while a page is open."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import quote, urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from scripts.site.preview.page_parts import with_script
from scripts.site.preview.pages import Shown
from scripts.site.preview.preview import Preview

OWN = "_preview/"  # below the site, and of no page of it
SCRIPT = Path(__file__).with_name("preview.js")
FRESH = {"Cache-Control": "no-cache"}
ALIVE = 15.0  # seconds after which something is said in any case
AGAIN = "retry: 500\n\n"  # milliseconds until a browser asks again


class Server:
    """Answers browsers from a preview, below the path that the site has."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        address = str(preview.pages.converter.config.site_url or "")
        self.mount = "/" + f"{urlsplit(address).path.strip('/')}/".lstrip("/")

    def application(self) -> Starlette:
        """The application that uvicorn runs."""
        routes = [
            Route(f"{self.mount}{OWN}events", self.events),
            Route(f"{self.mount}{OWN}preview.js", self.script),
            Route(self.mount + "{name:path}", self.answer),
            Route("/{name:path}", self.lead_in),
        ]
        return Starlette(routes=routes)

    async def lead_in(self, request: Request) -> Response:
        """Outside of the site: from the root into it, and nowhere from elsewhere."""
        if request.url.path == "/":
            return RedirectResponse(self.mount)
        return await self._missing()

    async def script(self, request: Request) -> Response:
        """The script that keeps an open page up to date."""
        return FileResponse(SCRIPT, headers=FRESH)

    async def answer(self, request: Request) -> Response:
        """A page or a file of the site."""
        name = request.path_params["name"]
        if ".." in name.split("/"):
            return await self._missing()
        if not name or name.endswith("/"):
            name += "index.html"
        if name.endswith(".html"):
            page = await self.preview.shown(name)
            return self._page(name, page) if page else await self._missing()
        found = self.preview.pages.file(name)
        if isinstance(found, str):
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            return Response(found, media_type=kind, headers=FRESH)
        return FileResponse(found, headers=FRESH) if found else await self._near(name)

    async def _near(self, name: str) -> Response:
        """Where a slash is missing, the page; else what says that there is none."""
        if await self.preview.shown(f"{name}/index.html"):
            return RedirectResponse(f"{self.mount}{quote(name)}/")
        return await self._missing()

    async def _missing(self) -> Response:
        page = await self.preview.shown("404.html")
        if page is None:
            return Response("there is no such page", 404, media_type="text/plain")
        return self._page("404.html", page, 404)

    def _page(self, name: str, page: Shown, status: int = 200) -> Response:
        events = f"{self.mount}{OWN}events?page={quote(name)}"
        script = f"{self.mount}{OWN}preview.js"
        html = with_script(page.html, script, events, page.key)
        return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})

    async def events(self, request: Request) -> Response:
        """What changes in a page, from what the browser has seen of it last."""
        asked = request.query_params
        seen = request.headers.get("Last-Event-ID") or asked.get("shown", "")
        stream = self._changes(asked.get("page", ""), seen)
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(stream, 200, headers, "text/event-stream")

    async def _changes(self, name: str, seen: str) -> AsyncIterator[str]:
        yield AGAIN
        last: Shown | None = None
        while not self.preview.closed:
            changes = self.preview.changes
            page = await self.preview.shown(name)
            if page is None or (last is None and page.key != seen):
                yield _event("reload", page.key if page else "", {})
            elif last is None:
                yield _event("open", page.key, {})
            elif page.key != last.key:
                yield _difference(last, page)
            else:
                yield ": still here\n\n"
            last = page
            await self.preview.next_change(changes, ALIVE)


def _difference(before: Shown, now: Shown) -> str:
    """What has to be changed in an open page, or that it has to be asked for again."""
    same = before.frame == now.frame and before.sections.keys() == now.sections.keys()
    if not same:
        return _event("reload", now.key, {})
    changed = {a: s for a, s in now.sections.items() if s != before.sections[a]}
    return _event("change", now.key, {"sections": changed, "banners": now.banners})


def _event(kind: str, key: str, told: dict[str, object]) -> str:
    return f"id: {key}\nevent: {kind}\ndata: {json.dumps(told)}\n\n"
