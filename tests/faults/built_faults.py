"""Faults in a built site, planted in the files that would be served."""

from __future__ import annotations

from tests.faults.edits import (
    add,
    all_of,
    big,
    change,
    drawing,
    in_head,
    in_text,
    link,
    new,
    remove,
)
from tests.faults.fault import Fault
from tests.faults.small import PAIR

PAGE = "site/ledger/index.html"
HOME = "site/index.html"
POLICY = "default-src 'none'; script-src 'self'"
ALERT = "alert(1)"
# Its SHA-256, as a policy names it.
ALLOWED = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"

LINKS = (
    Fault("a dead link", in_text("<a href=../gone/>x</a>"), "link /gone leads nowhere"),
    Fault("a dead anchor", in_text("<a href=../#gone>x</a>"), "#gone leads nowhere"),
    Fault("a lost picture", in_text("<img src=x.png alt=x>"), "<img> asks for"),
    Fault("a lost script", in_head('<script src="../x.js"></script>'), "<script> asks"),
    Fault(
        "a lost style sheet", in_head("<link rel=stylesheet href=x.css>"), "<link> as"
    ),
    Fault("a lost page", remove("site/dictionary/index.html"), "/dictionary/"),
    Fault(
        "a dead link in the theme",
        change("site/404.html", 'href="/ledger/"', 'href="/legder/"'),
        "site/404.html: the link /legder leads nowhere",
    ),
    Fault("an id twice", in_text("<p id=x><p id=x>"), 'the id "x" is given 2 times'),
    Fault("no first page", remove(HOME), "holds no index.html"),
)
SCRIPTS = (
    Fault("a script in the text", in_text(f"<script>{ALERT}</script>"), "in the text"),
    Fault("without a hash", in_head(f"<script>{ALERT}</script>"), "has no hash in the"),
    Fault(
        "one that nobody has read",
        all_of(
            in_head(f"<script>{ALERT}</script>"),
            change(PAGE, "script-src 'self'", f"script-src 'self' {ALLOWED}"),
        ),
        "an inline script that nobody has read: 'alert(1)'",
    ),
    Fault(
        "a theme's script that is another", change(PAGE, "__md_hash", "x"), "no hash"
    ),
    Fault(
        "a handler", in_text("<p onclick=x()>x"), "<p> has the event handler onclick"
    ),
    Fault("a handler without blanks", in_text("<img/ONERROR=x()//src>"), "onerror"),
    Fault(
        "a handler in a drawing", in_text("<svg onload=x()></svg>"), "handler onload"
    ),
    Fault(
        "an address that runs", in_text("<a href=javascript:x()>x</a>"), "javascript:"
    ),
    Fault(
        "one in disguise",
        in_text("<a href='&#1;JaVa\tscript&colon;x()'>"),
        "javascript:",
    ),
    Fault("a page as address", in_text("<a href='data:text/html,x'>x</a>"), "in data:"),
    Fault("another scheme", in_text("<a href=vbscript:x>x</a>"), "in vbscript:"),
    Fault(
        "a button that runs", in_text("<button formaction=javascript:x()>"), "button"
    ),
    Fault(
        "a drawing that runs",
        in_text("<svg><a xlink:href=javascript:x()></a></svg>"),
        "javascript:",
    ),
    Fault(
        "no policy", change(PAGE, "Content-Security-Policy", "x"), "has 0 content sec"
    ),
    Fault("any host", change(PAGE, POLICY, f"{POLICY} *"), "policy allows '*'"),
    Fault("any script", change(PAGE, POLICY, f"{POLICY} 'unsafe-inline'"), "unsafe"),
    Fault(
        "two policies",
        in_head('<meta http-equiv="content-security-policy" content="x">'),
        "has 2 content security policies",
    ),
)
FOREIGN = (
    Fault("a frame", in_text("<iframe src=../></iframe>"), "<iframe> is not allowed"),
    Fault("an object", in_text("<object data=x></object>"), "<object> is not allowed"),
    Fault("an embedded file", in_text("<embed src=x>"), "<embed> is not allowed"),
    Fault("another base", in_head("<base href=/x/>"), "<base> is not allowed"),
    Fault(
        "a refresh",
        in_head('<meta http-equiv=Refresh content="0; url=../">'),
        "refresh",
    ),
    Fault(
        "a refresh to another host",
        in_text(
            "<noscript><meta http-equiv=refresh content='0;url=//x.org'></noscript>"
        ),
        "refresh",
    ),
    Fault("a picture", in_text("<img src=https://x.org/x.png alt=x>"), "another host"),
    Fault(
        "a picture among several",
        in_text("<img srcset='x.png, https://x.org/x.png 2x' alt=x>"),
        "https://x.org/x.png 2x",
    ),
    Fault("a script", in_head("<script src=//x.org/x.js></script>"), "another host"),
    Fault(
        "backslashes", in_head(r"<script src=\\x.org/x.js></script>"), "another host"
    ),
    Fault(
        "a style sheet",
        in_head("<link rel=stylesheet href=https://x.org/x>"),
        "another",
    ),
    Fault("a preload", in_head("<link rel=preload href=https://x.org/x>"), "another"),
    Fault("a form", in_text("<form action=https://x.org/></form>"), "<form action="),
    Fault(
        "a style", in_text("<p style='background:url(//x.org/x)'>"), "asks for '//x."
    ),
    Fault(
        "a style element",
        in_head("<style>p{background:url(//x.org)}</style>"),
        "//x.org",
    ),
    Fault(
        "a font", add("site/stylesheets/all.css", "p{src:url('//x.org/x')}"), "//x.org"
    ),
    Fault(
        "an import",
        add("site/stylesheets/all.css", "@import 'https://x.org/x.css';"),
        "all.css: its style has an @import",
    ),
)
DRAWINGS = (
    Fault("a drawn script", drawing("<script>x()</script>"), "svg: holds a script"),
    Fault("a drawn handler", drawing("<g onclick='x()'/>"), "event handler onclick"),
    Fault("a page drawn", drawing("<foreignObject/>"), "foreignObject"),
    Fault("a drawn entity", new("site/x.svg", '<!ENTITY x "y"><svg/>'), "entities"),
    Fault(
        "a drawn use", drawing("<use href='https://x.org/x.svg#x'/>"), "another host"
    ),
    Fault(
        "a drawn change", drawing("<set attributeName=href to=javascript:x()>"), "set"
    ),
)
FILES = (
    Fault(
        "a link", link("site/x", "/etc/passwd"), "site/x: is a symbolic link to /etc"
    ),
    Fault("case", new("site/Ledger/index.html"), "same address as ledger/index.html"),
    Fault(
        "a file as a folder", new("site/ledger.html"), "has the same address as ledge"
    ),
    Fault("a long page", big(PAGE, 600_001), "has 600,001 bytes of at most 600,000"),
    Fault("a big file", big("site/x.bin", 4_000_001), "4,000,001 bytes of at most"),
    Fault("a big site", big("site/x.bin", 200_000_000), "bytes of at most 200,000,000"),
)
SHOWN = (
    Fault(
        "a record that is newer than its page",
        add(f"results/{PAIR}/pytorch.json", "\n"),
        f"shows another record of {PAIR} than is committed",
    ),
    Fault(
        "a certificate that is newer than its page",
        add(f"results/{PAIR}/certificate.json", "\n"),
        "site/index.html: shows another record",
    ),
    Fault(
        "an old page", change(HOME, 'data-record="', 'data-record="0'), "another record"
    ),
    Fault("a page without marks", change(HOME, "data-record=", "x="), "another record"),
    Fault("a pair on no page", change(HOME, "data-pair=", "x="), "is shown on no page"),
    Fault("a pair twice", in_text(f'<p data-pair="{PAIR}">'), "is shown twice: site/"),
    Fault(
        "a page whose source is newer",
        add("docs/ledger.md", "More.\n"),
        "site/ledger/index.html: is stale",
    ),
    Fault(
        "a page whose fragment is newer",
        add(f"build/fragments/{PAIR}.md", "\n"),
        "site/index.html: is stale",
    ),
    Fault(
        "a page without a key", change(PAGE, 'name="shown-key"', 'name="x"'), "is stale"
    ),
    Fault(
        "a page that was not built", new("docs/more.md"), "docs/more.md: has no page"
    ),
    Fault(
        "a pair that is gone", in_text('<p data-pair="layers/x">'), "of layers/x than"
    ),
)
FAULTS = (*LINKS, *SCRIPTS, *FOREIGN, *DRAWINGS, *FILES, *SHOWN)
