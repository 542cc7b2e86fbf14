"""A page as text: the sections of its pairs, its content, and what is put into it."""

from __future__ import annotations

import html as entities
import re

from scripts.site.preview.worker import Reported

SECTION = re.compile(
    r'<h(?P<level>[1-6]) id="(?P<anchor>[^"]+)">[^\n]*</h(?P=level)>\s*'
    r'<div class="pair" .*?<p class="pair-links">.*?</p>',
    re.DOTALL,
)
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">')
CONTENT = re.compile(r"(<article .*?)(<h1.*?)(\s*</article>)", re.DOTALL)
TITLE = re.compile(r"<h1.*?</h1>", re.DOTALL)
KEY = re.compile(r'<meta name="shown-key" content="[^"]*">')
PAGE = re.compile(r"docs/(.+\.md)")
PAIR = re.compile(r"snippets/([^/]+/[^/:]+)")
BANNER = (
    '<div class="preview-problem admonition failure" role="alert">'
    '<p class="admonition-title">{title}</p>'
    '<pre style="white-space: pre-wrap; overflow-wrap: anywhere">{text}</pre></div>'
)
NOTHING = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>
<body><article class="md-content__inner md-typeset"><h1>There is no site yet</h1>
</article></body></html>
"""


def sections_of(html: str) -> dict[str, str]:
    """The HTML of each pair on a page, by its anchor."""
    return {found["anchor"]: found[0] for found in SECTION.finditer(html)}


def with_sections(html: str, new: dict[str, str]) -> str:
    """The page with other HTML for some of its pairs."""
    return SECTION.sub(lambda found: new.get(found["anchor"], found[0]), html)


def with_content(html: str, new: str) -> str:
    """The page with other content; the title stays where the new one has none."""

    def replaced(found: re.Match[str]) -> str:
        title = "" if "<h1" in new else TITLE.findall(found[2])[0]
        return f"{found[1]}{title}{new}{found[3]}"

    return CONTENT.sub(replaced, html, count=1)


def frame_of(html: str) -> str:
    """The page without its pairs, and without their key in its head."""
    return KEY.sub("", SECTION.sub("", html))


def banner(text: str) -> str:
    """A problem as a page shows it, at the place that it is about."""
    where, colon, what = text.partition(": ")
    title, rest = (where, what) if colon and "\n" not in where else ("Problem", text)
    return BANNER.format(title=entities.escape(title), text=entities.escape(rest))


def banners_of(
    problems: list[Reported], page: str, html: str, places: dict[str, str]
) -> dict[str, str]:
    """What is wrong with a page, by the anchor of the pair that it is about.

    What is about no page, or a pair that is on none, stands on every one.
    """
    banners: dict[str, str] = {}
    for problem in problems:
        found, pair = PAGE.match(problem.where), pair_of(problem.where)
        if (found[1] if found else places.get(pair, page)) == page:
            anchor = pair.replace("/", "-")
            place = anchor if anchor and f' id="{anchor}"' in html else ""
            banners[place] = banners.get(place, "") + banner(problem.text)
    return banners


def pair_of(where: str) -> str:
    """The pair that a problem is about, as `topic/pair`; empty if about none."""
    found = PAIR.match(where)
    return found[1] if found else ""


def with_banners(html: str, banners: dict[str, str]) -> str:
    """The page with a banner below the heading of a pair, or on top for ""."""
    for anchor, shown in banners.items():
        head = rf'<h[1-6] id="{re.escape(anchor)}">[^\n]*</h[1-6]>'
        place = re.compile(head) if anchor else ARTICLE
        html = place.sub(lambda found, shown=shown: found[0] + shown, html, count=1)  # type: ignore[misc]
    return html


def with_script(html: str, address: str, events: str, shown: str) -> str:
    """The page with the script that keeps it up to date, which knows what it shows."""
    data = f'data-events="{entities.escape(events)}" data-shown="{shown}"'
    return html.replace("</body>", f'<script src="{address}" {data}></script></body>')
