"""A Content-Security-Policy on every page: nothing foreign, no unknown script."""

from __future__ import annotations

import base64
import hashlib
import re

from mkdocs.plugins import event_priority

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


@event_priority(-100)  # after every plugin that writes into the page
def on_post_page(output: str, **_: object) -> str:
    """Allow exactly the inline scripts that the page holds, by their hashes."""
    return _with_policy(output)


@event_priority(-100)
def on_post_template(output: str, template_name: str, **_: object) -> str:
    """The same for pages without Markdown, such as the one for a wrong address."""
    return _with_policy(output) if template_name.endswith(".html") else output


def _with_policy(html: str) -> str:
    if CHARSET not in html:
        raise ValueError("the theme writes no <meta charset> to put the policy after")
    hashes = " ".join(sorted({_hash(script) for script in INLINE.findall(html)}))
    policy = POLICY.format(hashes=hashes)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(CHARSET, CHARSET + meta, 1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
