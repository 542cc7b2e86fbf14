"""What browsers get: the last whole build, with what has changed since put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.core.project import Project
from scripts.corpus.placement import placement
from scripts.site.preview import page_parts
from scripts.site.preview.converter import Converter
from scripts.site.preview.sources import (
    TEXT,
    Digests,
    Source,
    Sources,
    digest,
    source_of,
    sources_of_all,
    status,
)
from scripts.site.preview.worker import Reported

FRAGMENT = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+)\.md")
BUNDLES = {
    "stylesheets/all.css": "extra_css",
    "javascripts/all.js": "extra_javascript",
}
DRESS = ("stylesheets/", "javascripts/", "assets/")


@dataclass(frozen=True)
class Shown:
    """A page as a browser gets it, and the parts that can be put into an open one."""

    html: str
    frame: str
    sections: dict[str, str]
    banners: dict[str, str]

    @property
    def key(self) -> str:
        """Another for each state of the page."""
        return digest(f"{self.frame} {self.sections} {self.banners}")


class Pages:
    """The pages of the site as they are now.

    Everything is looked up in files when it is asked for, so that a page that is
    opened later, or again, shows the same as one that was open all the time.
    """

    def __init__(self, project: Project) -> None:
        self.project, self.converter = project, Converter(project)
        self.folder: Path | None = None
        self.built = Sources()
        self.converted: dict[str, tuple[Digests, str, list[str]]] = {}
        self.problems: list[Reported] = []

    def use(self, folder: Path, built: Sources) -> Path | None:
        """Serve another build, which is of these sources; the one served before."""
        before, self.folder, self.built = self.folder, folder, built
        self.converted = {}
        self.converter.refresh(folder)
        return before

    def is_behind(self) -> bool:
        """Whether a whole build would give something else than the last one."""
        return self.folder is None or sources_of_all(self.project) != self.built

    def shown(self, name: str) -> Shown | None:
        """The page with this file name, such as `status/index.html`; None if none."""
        html, problems = self._current(name)
        if html is None:
            return None
        source = self.converter.pages.get(name, "")
        reports = [*self.problems, *(Reported(f"docs/{source}", p) for p in problems)]
        places = self._places() if reports else {}
        banners = page_parts.banners_of(reports, source, html, places)
        frame = digest(page_parts.frame_of(html) + self._dress())
        sections = page_parts.sections_of(html)
        return Shown(page_parts.with_banners(html, banners), frame, sections, banners)

    def file(self, name: str) -> Path | str | None:
        """Any other file: where it is, or what is in it; None where there is none."""
        path = self.project.root / "docs" / name
        if name in BUNDLES:
            return self._bundle(name) or self._built(name)
        seen = self.built.files.get(name)
        changed = path.is_file() and seen != status(path)
        return path if changed and not _is_source(name) else self._built(name)

    def _built(self, name: str) -> Path | None:
        path = self.folder / name if self.folder else None
        return path if path and path.is_file() else None

    def _current(self, name: str) -> tuple[str | None, list[str]]:
        """The HTML of a page, and what is wrong with what was put in."""
        path = self._built(name)
        if self.folder is None:
            return page_parts.NOTHING, []
        if path is None:
            return None, []
        html, page = path.read_text(encoding="utf-8"), self.converter.pages.get(name)
        source = source_of(self.project, page) if page else None
        if page is None or source is None:
            return html, []
        return self._brought_up_to_date(html, page, source)

    def _brought_up_to_date(
        self, html: str, page: str, source: Source
    ) -> tuple[str, list[str]]:
        """The page with its changed pairs, or with content that is converted anew."""
        now = source.digests()
        built = self.built.pages.get(page, {}), html, list[str]()
        for digests, base, problems in (built, self.converted.get(page, built)):
            pairs = _changed_pairs(digests, now)
            new = pairs and self._sections(page, pairs, source, base)
            if new or pairs == []:
                return page_parts.with_sections(base, new or {}), problems
        content = self.converter.page(page, source)
        if not content.html:
            return html, content.problems
        whole = page_parts.with_content(html, content.html)
        self.converted[page] = now, whole, content.problems
        return whole, content.problems

    def _sections(
        self, page: str, pairs: list[str], source: Source, html: str
    ) -> dict[str, str] | None:
        """The new sections of pairs; None where one has no place or cannot be made."""
        made = [self.converter.pair(page, p, source.fragments[p]) for p in pairs]
        found = {_anchor(p): m.html for p, m in zip(pairs, made, strict=True)}
        fits = not any(m.problems for m in made)
        fits = fits and found.keys() <= page_parts.sections_of(html).keys()
        return found if fits else None

    def _places(self) -> dict[str, str]:
        try:
            return placement(self.project)
        except UnicodeDecodeError:  # then the problem is on every page
            return {}

    def _dress(self) -> str:
        """What a page looks like besides: another text for each change of a style."""
        docs = self.project.root / "docs"
        names = [name for name in self.built.files if name.startswith(DRESS)]
        return " ".join(status(docs / name) for name in names)

    def _bundle(self, name: str) -> str | None:
        """A bundle anew, where a file of it has changed since the build."""
        docs, parts = self.project.root / "docs", list(self._parts(name))
        if all(self.built.files.get(n) == status(docs / n) for n in parts):
            return None
        return "\n".join((docs / n).read_text(encoding="utf-8") for n in parts)

    def _parts(self, bundle: str) -> Iterator[str]:
        listed = map(str, self.converter.config[BUNDLES[bundle]])
        docs = self.project.root / "docs"
        return (name for name in listed if (docs / name).is_file())


def _anchor(fragment: str) -> str:
    return fragment.removesuffix(".md").replace("/", "-")


def _is_source(name: str) -> bool:
    return name.endswith((".md", ".yaml"))


def _changed_pairs(before: Digests, now: Digests) -> list[str] | None:
    """The pairs that have changed; None where that is not all that has."""
    if before.keys() != now.keys() or before.get(TEXT) != now[TEXT]:
        return None
    changed = [name for name in now if now[name] != before[name]]
    return changed if all(map(FRAGMENT.fullmatch, changed)) else None
