"""What one page of the built site must not hold, as a browser would read it.

selectolax parses as browsers do (the HTML standard's algorithm), so that what is
looked at here is what a reader's browser would run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.site.checks.style_check import check_style

FORBIDDEN = (
    "base, iframe, frame, frameset, object, embed, applet, portal, foreignobject, "
    "animate, set"
)
FETCHING = ("src", "srcset", "data", "poster", "background", "action", "formaction")
LEADING = ("href", "xlink:href", *FETCHING)
SCHEMES = {"", "http", "https", "mailto"}
NOT_FETCHED = {"canonical", "alternate"}
NO_PROGRAM = ("application/json", "application/ld+json")
HANDLER = re.compile(r"""[\s/"']on[a-z]+\s*=""", re.IGNORECASE)
BLANK = re.compile(r"[\x00-\x20]")
WIDE = re.compile(r"\*|https?:|script-src[^;]*(unsafe|data:)")
POLICY = 'meta[http-equiv="content-security-policy" i]'


class PageCheck:
    """A page, with what has to be known of the site to judge it.

    `address` is where the site is published, or "". `known` are the inline scripts
    that may stand on a page, as `script_sum` gives them.
    """

    def __init__(self, html: str, address: str, known: set[str]) -> None:
        self.html, self.address, self.known = html, address, known
        self.tree = LexborHTMLParser(html)

    def findings(self) -> Iterator[str]:
        """What is wrong with the page, a sentence each."""
        yield from self._twice()
        yield from self._scripts()
        yield from self._common()

    def drawing_findings(self) -> Iterator[str]:
        """The same for a picture, in which no script may stand at all."""
        for node in self.tree.css("script"):
            yield f"holds a script: {_start(node)!r}"
        yield from self._common()

    def _common(self) -> Iterator[str]:
        yield from self._forbidden()
        yield from self._handlers()
        for node in self.tree.css(",".join(f"[{_escaped(n)}]" for n in LEADING)):
            yield from self._addresses(node)
        for node in self.tree.css("style"):
            yield from check_style(node.text())
        for node in self.tree.css('[style*="url" i]'):
            yield from check_style(f"a {{ {node.attributes['style']} }}")

    def _twice(self) -> Iterator[str]:
        ids = Counter(node.id for node in self.tree.css("[id]"))
        for name, count in ids.items():
            if count > 1 and not str(name).startswith("__"):  # the theme's own
                yield f'the id "{name}" is given {count} times'

    def _forbidden(self) -> Iterator[str]:
        for node in self.tree.css(FORBIDDEN):
            yield f"the element <{node.tag}> is not allowed"
        for node in self.tree.css('meta[http-equiv="refresh" i]'):
            target = (node.attributes.get("content") or "").partition("=")[2]
            if not self._without_scripts(node) or self._is_foreign(target):
                yield "<meta http-equiv=refresh> sends readers elsewhere"

    def _without_scripts(self, node: LexborNode) -> bool:
        """Whether it is what a page that has moved says to who runs no scripts."""
        return node.parent is not None and node.parent.tag == "noscript"

    def _scripts(self) -> Iterator[str]:
        policies = [n.attributes.get("content") or "" for n in self.tree.css(POLICY)]
        if len(policies) != 1:
            yield f"has {len(policies)} content security policies instead of one"
        policy = " ".join(policies)
        if wide := WIDE.search(policy):
            yield f"its content security policy allows {wide[0]!r}"
        for node in self.tree.css("article script"):
            yield f"a script stands in the text: {_start(node)!r}"
        for node in self.tree.css("script:not([src])"):
            if node.attributes.get("type") not in NO_PROGRAM:
                yield from self._inline(node.text(), policy)

    def _inline(self, script: str, policy: str) -> Iterator[str]:
        digest = hashlib.sha256(script.encode()).digest()
        if f"'sha256-{base64.b64encode(digest).decode()}'" not in policy:
            yield f"an inline script has no hash in the policy: {script[:60]!r}"
        if script_sum(script) not in self.known:
            yield (
                f"an inline script that nobody has read: {script[:60]!r}, "
                f"{script_sum(script)}"
            )

    def _handlers(self) -> Iterator[str]:
        if not HANDLER.search(self.html):
            return
        for node in self.tree.css("*"):
            for name in node.attributes:
                if name.startswith("on"):
                    yield f"<{node.tag}> has the event handler {name}"

    def _addresses(self, node: LexborNode) -> Iterator[str]:
        for name, value in _named(node):
            scheme = _scheme(value)
            if scheme not in SCHEMES and not (scheme == "data" and node.tag == "img"):
                yield f'<{node.tag} {name}="{value[:60]}"> has an address in {scheme}:'
            elif self._fetches(node, name) and self._is_foreign(value):
                yield f'<{node.tag} {name}="{value[:60]}"> asks another host'

    def _fetches(self, node: LexborNode, name: str) -> bool:
        """Whether a browser asks for it without being told to."""
        if name in FETCHING:
            return True
        if node.tag == "link":
            return (node.attributes.get("rel") or "").strip() not in NOT_FETCHED
        return node.tag in {"use", "image", "feimage"}

    def _is_foreign(self, value: str) -> bool:
        named = urlsplit(BLANK.sub("", value).replace("\\", "/"))
        here = self.address and value.startswith(self.address)
        return bool(named.netloc) and not here


def script_sum(script: str) -> str:
    """The checksum of a script, however deep in the site its page is."""
    plain = re.sub(r'new URL\("[^"]*"', 'new URL("."', script)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()


def _named(node: LexborNode) -> Iterator[tuple[str, str]]:
    """Each address of an element with the name of its attribute."""
    for name in LEADING:
        value = node.attributes.get(name) or ""
        for one in value.split(",") if name == "srcset" else [value]:
            if one:
                yield name, one


def _scheme(value: str) -> str:
    bare = BLANK.sub("", value)
    found = re.match(r"([a-z][a-z0-9+.-]*):", bare, re.IGNORECASE)
    return found[1].lower() if found else ""


def _escaped(name: str) -> str:
    return name.replace(":", "\\:")


def _start(node: LexborNode) -> str:
    return (node.html or "")[:60]
