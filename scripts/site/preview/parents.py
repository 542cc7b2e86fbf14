"""The parents of the runtimes, kept from one saved snippet to the next."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, read_runtimes
from scripts.execution.worker_pool import Fleet


class Parents:
    """Started once and called as a worker pool is, so that a run costs a fork."""

    def __init__(self) -> None:
        self.pool: Fleet | None = None

    def __call__(
        self,
        project: Project,
        wanted: dict[str, Runtime],
        *,
        preload: bool = True,
        many: bool = True,
    ) -> AbstractContextManager[Fleet]:
        """The kept parents; new ones where one is missing, or none may be shared.

        They import what many runs need, since many are to come.
        """
        if not preload:
            return Fleet(project, wanted, preload=False)
        if self.pool is None or not wanted.keys() <= self.pool.connections.keys():
            self.close()
            self.pool = Fleet(project, read_runtimes(project))
        return nullcontext(self.pool)

    def start(self, project: Project) -> None:
        """Have the parents import while nothing is asked of them."""
        self(project, read_runtimes(project))

    def close(self) -> None:
        """End what was started."""
        if self.pool is not None:
            self.pool.__exit__()
            self.pool = None
