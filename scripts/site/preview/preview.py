"""What happens when something is saved: at once what shows it, then all the rest."""

from __future__ import annotations

import asyncio
import math
import re
import shutil
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from time import monotonic

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.preview.page_parts import pair_of
from scripts.site.preview.pages import Pages, Shown
from scripts.site.preview.processes import Built, WholeBuild, Worker
from scripts.site.preview.saved import (
    Saved,
    saved_in_folders,
    saved_in_root,
    what_is_due,
)
from scripts.site.preview.sources import sources_of_all
from scripts.site.preview.worker import PROGRAM, Reported

DOCUMENT = re.compile(r"Doc file '([^']+)'")
IDLE = 1.0  # seconds without a save, after which the rest is brought up to date


class Preview:
    """The site while somebody writes: started, told what is saved, and closed."""

    def __init__(self, project: Project) -> None:
        self.project, self.pages = project, Pages(project)
        self.worker, self.whole = Worker(project), WholeBuild(project)
        self.looked: list[Reported] = []  # what is wrong with what is run and drawn
        self.built: list[Reported] = []  # with the last whole build
        self.read: list[Reported] = []  # with the configuration
        self.changes, self.closed = 0, False
        self.changed = asyncio.Condition()
        self.working = asyncio.Lock()
        self.due, self.hurry, self.saved = asyncio.Event(), True, 0.0
        self.tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Bring everything up to date and build the site; watch from now on."""
        for source in (saved_in_folders, saved_in_root):
            self.tasks.append(asyncio.create_task(self._watch(source(self.project))))
        async with self.working:
            await self._look([])
        await self._build()
        self.tasks.append(asyncio.create_task(self._follow()))

    async def shown(self, name: str) -> Shown | None:
        """A page as it is now."""
        return await asyncio.to_thread(self.pages.shown, name)

    async def next_change(self, seen: int, patience: float) -> None:
        """Wait until there is another change than those that were seen, or so long."""
        async with self.changed:
            waiting = self.changed.wait_for(lambda: self.closed or self.changes > seen)
            try:
                await asyncio.wait_for(waiting, patience)
            except TimeoutError:
                return

    async def close(self) -> None:
        """End everything that was started."""
        self.closed = True
        for task in self.tasks:
            task.cancel()
        await self._tell()
        await asyncio.gather(self.worker.close(), self.whole.close())

    async def _watch(self, source: AsyncIterator[set[str]]) -> None:
        async for names in source:
            with self._surviving():
                await self._take(names)

    async def _take(self, names: set[str]) -> None:
        """Do at once what shows what was saved; the rest follows."""
        self.saved = math.inf
        try:
            await self._show(what_is_due(self.project, names))
        finally:
            self.saved = monotonic()
            self.due.set()

    async def _show(self, asked: Saved) -> None:
        async with self.working:
            if asked.configuration:
                await self._read_configuration()
            if asked.everything or asked.pairs:
                await self._look([] if asked.everything else asked.pairs)
        if asked.frame:
            self.hurry = True
            self.whole.cancel()
        await self._tell()

    async def _follow(self) -> None:
        """Bring up to date what is about all pairs, and the site, again and again."""
        while await self.due.wait():
            while not self.hurry and (left := self.saved + IDLE - monotonic()) > 0:
                await asyncio.sleep(min(left, IDLE))
            self.due.clear()
            with self._surviving():
                await self._catch_up()

    async def _catch_up(self) -> None:
        async with self.working:
            await self._look([])
        await self._tell()
        if await asyncio.to_thread(self.pages.is_behind):
            await self._build()
            await self._tell()

    @contextmanager
    def _surviving(self) -> Iterator[None]:
        """Go on after what should not happen: the terminal has it, and every page."""
        try:
            yield
        except Exception as error:
            traceback.print_exc()
            text = f"{PROGRAM}: {type(error).__name__}: {error}"
            self.looked = [*self.looked, Reported(PROGRAM, text)]

    async def _look(self, pairs: list[str]) -> None:
        """Have pairs brought up to date, or everything; note what is wrong."""
        answer = await self.worker.ask(pairs)
        known = self.looked if pairs else []
        others = [
            p for p in known if p.where != PROGRAM and pair_of(p.where) not in pairs
        ]
        self._report("looked", others + answer.problems)

    async def _build(self) -> None:
        """Build the site from what is drawn, and serve it where that succeeds."""
        hurry, self.hurry = self.hurry, False
        before = await asyncio.to_thread(sources_of_all, self.project)
        began = monotonic()
        result = await self.whole.run(hurry=hurry)
        if result is None:
            return
        self._report("built", reported(result))
        if result.folder:
            after = await asyncio.to_thread(sources_of_all, self.project)
            old = self.pages.use(result.folder, before.agreeing(after))
            print(f"built the site in {monotonic() - began:.1f} s", flush=True)
            if old is not None:
                shutil.rmtree(old, ignore_errors=True)

    async def _read_configuration(self) -> None:
        try:
            await asyncio.to_thread(self.pages.converter.reload)
            self._report("read", [])
        except Problem as problem:
            self._report("read", [Reported(problem.where, str(problem))])

    def _report(self, kind: str, problems: list[Reported]) -> None:
        """Have pages show what is wrong, and the terminal what is new of it."""
        known = getattr(self, kind)
        for problem in problems:
            if problem not in known:
                print(problem.text, flush=True)
        setattr(self, kind, problems)
        self.pages.problems = [*self.read, *self.looked, *self.built]

    async def _tell(self) -> None:
        """Let open pages look at what has changed."""
        async with self.changed:
            self.changes += 1
            self.changed.notify_all()


def reported(built: Built) -> list[Reported]:
    """What the builder complains of: a link at its page, else all of it everywhere."""
    if built.folder is None:
        complaints = ["mkdocs.yml: the site cannot be built", *built.complaints]
        return [Reported("mkdocs.yml", "\n".join(complaints))]
    found = [(DOCUMENT.search(line), line) for line in built.complaints]
    return [Reported(f"docs/{page[1]}" if page else "", text) for page, text in found]
