"""Links that only the whole site knows: to its repository, and from old addresses.

`repo_url` of `mkdocs.yml` says where the repository is, `extra.snippets_uri` where in
it pairs are, `extra.colab_branch` in which branch the published site is, from which
Colab opens notebooks. Fragments are made without knowing them, so they hold a mark,
such as `<!-- pair: layers/linear, versions -->`.

`extra.redirects` maps old to new as `mkdocs-redirects` and Zensical write it:
`old.md: new.md`, `page.md#old: other.md#new`. That plugin knows no anchors of pages
that are still there, and writes scripts that no policy allows.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader

from scripts.core.problems import Problem, Problems
from scripts.site.finish.pages import Page
from scripts.site.finish.site import CONFIGURATION, Site, path_of

MARK = re.compile(r" ?<!-- pair: ([a-z0-9/-]+), (.*?) -->")
GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
COLAB = "https://colab.research.google.com/github/{repository}/blob/{branch}/{path}"
INTO_DOCS = re.compile(r'(<(?:a|img) [^>]*?(?:href|src)=")/([^"#?]+\.[a-z]+)')
BODY = """\
Pair: {name}
Versions: {versions}
Page: {page}

What is wrong, and what did you expect?

"""
TEMPLATE = "redirect.html"
REMEDY = "mend that line, then: make site"
ANCHOR = re.compile(r' (?:id|name)="([^"]+)"')
LINE = (
    '<p class="moved" id="{anchor}">'
    'What was here is now in <a href="{link}">{title}</a>.</p>'
)


class Redirect(NamedTuple):
    """The old page, its anchor or "", and where both lead."""

    name: str
    anchor: str
    new: str


def linked(page: Page) -> str:
    """A page with the links of each pair in place of its mark, or with nothing."""

    def links(mark: re.Match[str]) -> str:
        if not page.site.setting("repo_url"):
            return ""
        return _links(page, mark[1], entities.unescape(mark[2]))

    return MARK.sub(links, page.html)


def resolved(page: Page) -> str:
    """A page whose links into `docs/` lead to what became of it.

    Fragments name files of `docs/` from its root; Zensical leaves that as it is.
    """
    if not page.source:
        return page.html

    def lead(found: re.Match[str]) -> str:
        place = page.site.place(found[2])
        return found[1] + page.link(place) if place is not None else found[0]

    return INTO_DOCS.sub(lead, page.html)


def _links(page: Page, name: str, versions: str) -> str:
    site, found = page.site, {"Report a problem": _issue(page, name, versions)}
    if site.extra.get("snippets_uri"):
        found = {"Edit this pair": _source(site, name)} | found
    found = dict(_colab(site, name)) | found
    anchors = (
        f'<a href="{entities.escape(link)}">{words}</a>'
        for words, link in found.items()
    )
    return f" <span>{' '.join(anchors)}</span>"


def _colab(site: Site, name: str) -> Iterator[tuple[str, str]]:
    """Both notebooks of a pair in Colab, which opens what a branch on GitHub holds."""
    repository = GITHUB.fullmatch(site.setting("repo_url"))
    branch = site.extra.get("colab_branch")
    if not (repository and branch):
        return
    for side, words in (("pytorch", "PyTorch"), ("keras", "Keras")):
        path = f"downloads/{name}/in_{side}.ipynb"
        link = COLAB.format(repository=repository[1], branch=quote(branch), path=path)
        yield f"Open {words} in Colab", link


def _source(site: Site, name: str) -> str:
    """The folder of a pair, such as `.../tree/main/snippets/layers/linear`."""
    folder = site.extra["snippets_uri"]
    return f"{site.setting('repo_url').rstrip('/')}/{folder}{name}"


def _issue(page: Page, name: str, versions: str) -> str:
    """A new issue with title and body filled in, by the names that GitHub gives."""
    place = f"{page.address}#{name.replace('/', '-')}"
    body = BODY.format(name=name, versions=versions, page=place)
    query = urlencode({"title": f"{name}: ", "body": body})
    return f"{page.site.setting('repo_url').rstrip('/')}/issues/new?{query}"


def check_redirects(site: Site) -> None:
    """Raise `Problems` with each redirect that is not needed or leads nowhere."""
    problems = [
        Problem(CONFIGURATION, f"extra.redirects: {what}", REMEDY)
        for redirect in _redirects(site)
        if (what := _problem_of(redirect, site))
    ]
    if problems:
        raise Problems(problems)


def leading_on(page: Page) -> str:
    """A page that keeps the anchors that have left it: each becomes a line."""
    lines = [
        LINE.format(anchor=entities.escape(r.anchor), link=link, title=title)
        for r in _redirects(page.site)
        if page.source and r.name == page.source and r.anchor
        for link, title in [_linked(r.new, page)]
    ]
    return page.with_content(page.content() + "".join(lines)) if lines else page.html


def add_pages(site: Site) -> None:
    """Add a page for each that has gone."""
    gone = {r.name for r in _redirects(site)} - site.by_source.keys()
    site.pages += [_page(name, site) for name in sorted(gone)]


def _redirects(site: Site) -> Iterator[Redirect]:
    for old, new in (site.extra.get("redirects") or {}).items():
        name, _, anchor = old.partition("#")
        yield Redirect(name, anchor, new)


def _problem_of(redirect: Redirect, site: Site) -> str:
    """What is wrong with a redirect, in words; "" if nothing is."""
    target, _, at = redirect.new.partition("#")
    found, old = site.by_source.get(target), site.by_source.get(redirect.name)
    if not found:
        return f"{redirect.new} is no page"
    if at and at not in _anchors(found):
        return f"{target} has no anchor {at}"
    if old and (not redirect.anchor or redirect.anchor in _anchors(old)):
        return f"{'#'.join(filter(None, redirect[:2]))} is still there"
    return ""


def _anchors(page: Page) -> set[str]:
    return set(ANCHOR.findall(page.content()))


def _page(name: str, site: Site) -> Page:
    """The page that stands in for one that has gone."""
    place = path_of(site.folder, name).relative_to(site.folder).as_posix()
    page = Page(site, "", place, "")
    own = [redirect for redirect in _redirects(site) if redirect.name == name]
    whole = [redirect.new for redirect in own if not redirect.anchor]
    moved = [(r.anchor, *_linked(r.new, page)) for r in own if r.anchor]
    link, title = _linked(whole[0] if whole else "index.md", page)
    templates = Environment(
        loader=FileSystemLoader(site.project.root / "overrides"), autoescape=True
    )
    template = templates.get_template(TEMPLATE)
    page.html = template.render(link=link, title=title, moved=moved)
    return page


def _linked(new: str, page: Page) -> tuple[str, str]:
    """The address of a page or anchor seen from another, and what it is called."""
    name, sign, anchor = new.partition("#")
    found = page.site.by_source[name]
    return page.link(found.url) + sign + anchor, found.title
