"""The site as a folder that opens from the disk: `make offline`.

Material's `offline` plugin gives every page a file name and puts the search index
into a script. What it leaves open is done here, before the plugin looks.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

PLUGIN = "material/offline"
# Where this is not named, the plugin names a script on another host.
WORKER = "javascripts/iframe-worker.js"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """No address, and a search that needs no server."""
    if not config.plugins[PLUGIN].config["enabled"]:
        return
    config.site_url = ""
    config.extra["polyfills"] = [WORKER]


def on_post_build(config: MkDocsConfig) -> None:
    """Take out the page for a wrong address, which only a server shows."""
    if config.plugins[PLUGIN].config["enabled"]:
        Path(config.site_dir, "404.html").unlink()
