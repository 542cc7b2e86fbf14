"""One style sheet and one script of ours on each page, instead of one for every file.

A phone waits for each that it has to ask for. `mkdocs` loads this file by itself, so it
imports nothing of the program.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SHEET, SCRIPT = "stylesheets/all.css", "javascripts/all.js"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put what mkdocs.yml lists into two files, in its order."""
    config.extra_css = _joined(files, config, config.extra_css, SHEET)
    scripts = [str(script) for script in config.extra_javascript]
    joined = _joined(files, config, scripts, SCRIPT)
    config.extra_javascript = [ExtraScriptValue(name) for name in joined]
    return files


def _joined(
    files: Files, config: MkDocsConfig, names: list[str], into: str
) -> list[str]:
    """The names to ask for: of one file, and of those that are not there."""
    found = [file for name in names if (file := files.get_file_from_path(name))]
    for file in found:
        files.remove(file)
    text = "\n".join(Path(str(f.abs_src_path)).read_text("utf-8") for f in found)
    files.append(File.generated(config, into, content=text))
    there = {file.src_uri for file in found}
    return [into, *(name for name in names if name not in there)]
