"""What the theme leaves open: names, keyboard, tables, weight, and what may run."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site

SEARCH = '<div class="md-search" data-md-component="search" role="dialog">'
NAMED = f'{SEARCH[:-1]} aria-label="Search">'
ASKS_GITHUB = ' data-md-component="source"'
GLOSSARY = "glossary.md"
ABBREVIATION = re.compile(r"<abbr [^>]*>(.*?)</abbr>", re.DOTALL)
CODE = re.compile(r"(<pre[^>]*>(?:<span></span>)?<code)>")
ROWS = re.compile(r'(<div class="rows [^>]*>\s*<table)')
TABLE = re.compile(r"<table(?! class)([^>]*>.*?</table>)", re.DOTALL)
WRAPPED = (
    '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    r'<table class="plain"\1</div></div>'
)
INDENTED = re.compile(r"\n\s+")
ARTICLE = "<article"  # from here on, white space may be part of a program
MARK = re.compile(r'(<[a-z][^<>]*?) data-search-exclude(?:="")?(?=[ >])')
# The theme takes this from another host.
SHIM = "https://unpkg.com/iframe-worker/shim"
WORKER = "javascripts/iframe-worker.js"

BUNDLES = {"extra_css": "stylesheets/all.css", "extra_javascript": "javascripts/all.js"}
ASKED = r'(\s*<(?:link rel="stylesheet" href|script src)="[^":]*){}("></script>|">)'
KEY = "shown-key"
INCLUDE = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
INLINE = re.compile(
    r'<script(?![^>]*\b(?:src=|type="application/))[^>]*>(.*?)</script>', re.DOTALL
)
CHARSET = '<meta charset="utf-8">'
# The theme has pictures in its style sheet and sets styles on elements.
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)


def without_abbreviations(page: Page) -> str:
    """The glossary itself, which need not explain its own words."""
    return ABBREVIATION.sub(r"\1", page.html) if page.source == GLOSSARY else page.html


def repaired(page: Page) -> str:
    """Name the search, which the theme makes a dialog without a name.

    Code takes the focus, so that the keyboard scrolls it before the theme, once it is
    in view, looks whether it is to. Tables whose rows lay themselves out get a class,
    which also keeps the theme from wrapping them. Nothing asks the host of the
    repository for numbers.
    """
    html = page.html.replace(SEARCH, NAMED).replace(ASKS_GITHUB, "")
    reached = CODE.sub(r'\1 tabindex="0">', html)
    return TABLE.sub(WRAPPED, ROWS.sub(r'\1 class="rows-table"', reached))


def offline(page: Page) -> str:
    """Where the site is opened from the disk: no address, and nothing from a host."""
    if not page.site.is_offline:
        return page.html
    local = page.html.replace(SHIM, page.link(WORKER))
    return re.sub('<link rel="canonical"[^>]*>', "", local, count=1)


def lightened(page: Page) -> str:
    """The page without indentation of the theme and marks for the search."""
    head, article, rest = page.html.partition(ARTICLE)
    return INDENTED.sub("\n", head) + article + MARK.sub(r"\1", rest)


def bundled(page: Page) -> str:
    """A page that asks for one file instead of for each that mkdocs.yml lists."""
    html = page.html
    for bundle, (first, *others) in _bundles(page.site):
        html = _asked(first).sub(rf"\g<1>{bundle}\g<2>", html)
        for name in others:
            html = _asked(name).sub("", html)
    return html


def _asked(name: str) -> re.Pattern[str]:
    return re.compile(ASKED.format(re.escape(name)))


def write_bundles(site: Site) -> None:
    """Put what mkdocs.yml lists into two files, in its order."""
    for bundle, names in _bundles(site):
        paths = [site.folder / name for name in names]
        site.write(bundle, "\n".join(path.read_text("utf-8") for path in paths))
        for path in paths:
            path.unlink()


def _bundles(site: Site) -> Iterator[tuple[str, list[str]]]:
    """Each bundle with the files that go into it: those that are there."""
    for setting, bundle in BUNDLES.items():
        names = map(str, site.settings.get(setting) or [])
        if there := [name for name in names if (site.folder / name).is_file()]:
            yield bundle, there


def marked(page: Page) -> str:
    """A page with its key in its head."""
    if not page.source:
        return page.html
    key = key_of(page.text, page.site.project.fragments)
    return page.with_head(f'<meta name="{KEY}" content="{key}">')


def key_of(source: str, fragments: Path) -> str:
    """The key of a page: over its source and every fragment that it includes."""
    total = hashlib.blake2b(digest_size=8)
    for part in (source, *_included(source, fragments)):
        total.update(f"{len(part)}\n{part}".encode())
    return total.hexdigest()


def _included(text: str, folder: Path, above: tuple[str, ...] = ()) -> Iterator[str]:
    """Every fragment that a text includes, also within others."""
    for name in INCLUDE.findall(text):
        path = folder / name
        if name not in above and path.is_file():
            found = path.read_text(encoding="utf-8")
            yield found
            yield from _included(found, folder, (*above, name))


def allowed(page: Page) -> str:
    """A page that allows exactly the inline scripts that it holds, by their hashes."""
    if CHARSET not in page.html:
        raise ValueError("the theme writes no <meta charset> to put the policy after")
    hashes = " ".join(sorted({_hash(script) for script in INLINE.findall(page.html)}))
    policy = POLICY.format(hashes=hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.html.replace(CHARSET, CHARSET + meta, 1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
