"""What a shared link shows: title, description and a card, drawn without the network.

A picture is named by its absolute address, so all of it is written where the address
of the site is configured, and otherwise not.
"""

from __future__ import annotations

import hashlib
import html as entities
import textwrap
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

import vl_convert

from scripts.core.store import Store
from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site

WIDTH, HEIGHT = 1200, 630
# In characters of Liberation Sans, which vl-convert brings along; what is left of the
# width is for words of wide letters.
TITLE_WIDTH, TEXT_WIDTH = 26, 58
TITLE_LINES, TEXT_LINES = 3, 3
TITLE_STEP, TEXT_STEP = 78, 46
FIRST, GAP = 194, 74  # the first line of the title, and from its last to what follows
CARD = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"
 font-family="Liberation Sans, Arial, sans-serif">
<rect width="1200" height="630" fill="#ffffff"/>
<text x="80" y="94" font-size="32" fill="#545d6c">{above}</text>
<g font-size="70" font-weight="700" fill="#1d2433">{title}</g>
<g font-size="34" fill="#3d4552">{sentence}</g>
<rect y="546" width="600" height="84" fill="#fdf4ef"/>
<rect y="546" width="600" height="6" fill="#b3400b"/>
<circle cx="94" cy="591" r="14" fill="#b3400b"/>
<rect x="600" y="546" width="600" height="84" fill="#fbf1f4"/>
<rect x="600" y="546" width="600" height="6" fill="#9c1238"/>
<rect x="680" y="577" width="28" height="28" fill="#9c1238"/>
<g font-size="34" font-weight="700">
<text x="126" y="603" fill="#b3400b">PyTorch</text>
<text x="724" y="603" fill="#9c1238">Keras</text></g>
</svg>
"""


def shown(page: Page) -> str:
    """Draw the card of the page, and name it and the page in its head."""
    site = page.site
    if not page.source or not _is_published(site):
        return page.html
    title = site.setting("site_name") if page.is_home else page.title
    above = site.setting("site_description" if page.is_home else "site_name")
    name = f"assets/cards/{PurePosixPath(page.source).with_suffix('.png')}"
    picture = card(above, title, page.description)
    site.write(name, drawn(picture, Store(site.project.cache / "cards")))
    return page.with_head(*(_tag(*item) for item in _meta(page, title, name)))


def _is_published(site: Site) -> bool:
    """Whether the address can be shared; `mkdocs serve` sets one of this machine."""
    host = urlsplit(site.address).hostname or ""
    return bool(host) and host != "localhost" and not host.startswith("127.")


def card(above: str, title: str, sentence: str) -> str:
    """The card as SVG: lines are broken here, since SVG breaks none."""
    titles = _lines(title, TITLE_WIDTH, TITLE_LINES)
    below = FIRST + (len(titles) - 1) * TITLE_STEP + GAP
    return CARD.format(
        above=entities.escape(above),
        title=_texts(titles, FIRST, TITLE_STEP),
        sentence=_texts(_lines(sentence, TEXT_WIDTH, TEXT_LINES), below, TEXT_STEP),
    )


def drawn(svg: str, store: Store) -> bytes:
    """The card as PNG, from the store where it was drawn before."""
    made_by = version("vl-convert-python")
    key = hashlib.sha256(f"{made_by}\n{svg}".encode()).hexdigest()
    return store.remember(key, lambda: vl_convert.svg_to_png(svg, scale=1.0))


def _lines(text: str, width: int, most: int) -> list[str]:
    """The text in as few lines as its width asks for, all of about one length."""
    tried = [
        textwrap.wrap(
            text, narrow, max_lines=most, placeholder=" ...", break_on_hyphens=False
        )
        for narrow in range(width // 2, width + 1)
    ]
    shape = _shape(tried[-1])
    return next(lines for lines in tried if _shape(lines) == shape)


def _shape(lines: list[str]) -> tuple[int, str]:
    """How many lines there are, and all that they say."""
    return len(lines), " ".join(lines)


def _texts(lines: list[str], first: int, step: int) -> str:
    return "".join(
        f'<text x="80" y="{first + place * step}">{entities.escape(line)}</text>'
        for place, line in enumerate(lines)
    )


def _meta(page: Page, title: str, name: str) -> list[tuple[str, str, str]]:
    """Names of the Open Graph protocol, and of the one site that asks for its own."""
    found = {
        "og:type": "website",
        "og:site_name": page.site.setting("site_name"),
        "og:title": title,
        "og:description": page.description,
        "og:url": page.address,
        "og:image": urljoin(page.site.address, name),
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": f"Card: {title}",
    }
    tags = [("property", key, value) for key, value in found.items()]
    return [*tags, ("name", "twitter:card", "summary_large_image")]


def _tag(kind: str, key: str, value: str) -> str:
    return f'<meta {kind}="{key}" content="{entities.escape(value)}">'
