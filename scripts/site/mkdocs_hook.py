"""The one hook of MkDocs, for `mkdocs build` and `mkdocs serve`.

It draws what is missing from committed results, and finishes what was built; `python
-m scripts publish` does both itself. MkDocs restores `sys.path` after it has loaded
this file, so what is ours is imported where it is needed.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

if TYPE_CHECKING:
    from scripts.core.project import Project

LAST = -1000  # after the plugins that write into the built site
IS_PUBLISHED = "PUBLISHING" in os.environ
log = logging.getLogger("mkdocs.hooks.project")


def on_pre_build(config: MkDocsConfig) -> None:
    """Draw what pages include; what is wrong with it fails a strict build."""
    if not IS_PUBLISHED:
        project = _project(config)
        from scripts.build.redraw import redraw
        from scripts.core.problems import Problem, Problems

        try:
            redraw(project)
        except (Problem, Problems) as problem:
            log.warning(str(problem))


@event_priority(LAST)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site. Raises `PluginError`, which names page, part and remedy."""
    if not IS_PUBLISHED:
        project = _project(config)
        from scripts.core.problems import Problem, Problems
        from scripts.site.finish.steps import finish

        try:
            finish(project, Path(config.site_dir))
        except (Problem, Problems) as problem:
            raise PluginError(str(problem)) from None


def _project(config: MkDocsConfig) -> Project:
    if (here := str(Path(__file__).resolve().parents[2])) not in sys.path:
        sys.path.insert(0, here)
    from scripts.core.project import Project

    return Project(Path(config.config_file_path).parent)
