"""What MkDocs does besides: notebooks as plain as every other page of the site."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from bs4 import BeautifulSoup, Tag
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

UNWANTED = (
    "style, script, clipboard-copy, .zeroclipboard-container, .clipboard-copy-txt,"
    ".jp-Collapser, .jp-InputPrompt, .jp-OutputPrompt"
)
SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'
CODE = re.compile(r"(<pre[^>]*>(?:<span></span>)?<code)>")
ROWS = re.compile(r'(<div class="rows [^>]*>\s*<table)')
TABLE = re.compile(r"<table(?! class)([^>]*>.*?</table>)", re.DOTALL)
WRAPPED = (
    '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    r'<table class="plain"\1</div></div>'
)
WRAPPERS = (
    ".jp-Notebook, .jupyter-wrapper, .jp-InputArea, .jp-OutputArea, .CodeMirror,"
    ".jp-Cell-inputWrapper, .jp-Cell-outputWrapper, .jp-CodeMirrorEditor,"
    ".jp-OutputArea-child, .jp-RenderedMarkdown, .jp-RenderedHTML, .jp-Cell"
)


GLOSSARY = "glossary.md"
TERM = re.compile(r"^([a-z][\w -]*)\n:   (.+)$", re.MULTILINE)


@event_priority(100)  # before what another hook keeps of a page
def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, **_: object
) -> str:
    """Have a notebook's page tidied, and explain the words of the glossary."""
    if page.file.src_uri.endswith(".ipynb"):
        _tidied_after(page)
    return _explained(markdown, page, config)


def _explained(markdown: str, page: Page, config: MkDocsConfig) -> str:
    """The Markdown with the words of the glossary as abbreviations."""
    path = Path(config.docs_dir) / GLOSSARY
    if page.file.src_uri == GLOSSARY or not path.exists():
        return markdown
    terms = TERM.findall(path.read_text(encoding="utf-8"))
    told = "\n".join(
        f"*[{term}]: {meaning.replace('`', '')}" for term, meaning in terms
    )
    return f"{markdown}\n\n{told}\n"


def _tidied_after(page: Page) -> None:
    """Let the conversion of the page end with the tidying of its HTML."""
    convert = page.render

    def render(config: MkDocsConfig, files: Files) -> None:
        convert(config, files)
        name = PurePath(page.file.src_uri).stem
        page.content = tidied(page.content or "", name, page.url)

    page.render = render  # type: ignore[method-assign]


def tidied(html: str, name: str, address: str) -> str:
    """A notebook's HTML, at `address`, without the style sheets and scripts of Jupyter.

    They are half a megabyte a page, and the site has its own.
    """
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select(UNWANTED):
        tag.decompose()
    for tag in soup.select(WRAPPERS):
        tag.unwrap()
    for number, tag in enumerate(soup.select(".highlight-ipynb"), start=1):
        _as_code(soup, tag, f"__code_{number}")
    for tag in soup.select(".jp-RenderedText"):
        tag.attrs = {"class": "cell-output"}
        for block in tag.select("pre"):
            block["tabindex"] = "0"
    for tag in soup.select("a.anchor-link"):
        tag["class"], tag["title"] = "headerlink", "Permanent link"
    return f"{soup}\n{_downloads(name, address)}"


def on_post_page(output: str, **_: object) -> str:
    """Name the search, which the theme makes a dialog without a name.

    Code takes the focus, so that the keyboard scrolls it before the theme, once it is
    in view, looks whether it is to. Tables whose rows lay themselves out get a class,
    which also keeps the theme from wrapping them.
    """
    named = output.replace(SEARCH, f'{SEARCH} aria-label="Search"')
    reached = CODE.sub(r'\1 tabindex="0">', named)
    return TABLE.sub(WRAPPED, ROWS.sub(r'\1 class="rows-table"', reached))


def _as_code(soup: BeautifulSoup, tag: Tag, name: str) -> None:
    """A code cell as the theme writes one, so that its copy button finds it."""
    tag.attrs = {"class": "highlight", "id": name}
    for block in tag.select("pre"):
        block["id"] = f"{name}_pre"
        code = soup.new_tag("code", id=f"{name}_code", tabindex="0")
        code.extend(list(block.contents))
        block.append(code)


def _downloads(name: str, address: str) -> str:
    """Links to the program, beside the source, and the notebook, beside the page."""
    program = get_relative_url(f"notebooks/{name}.py", address)
    return (
        f'<p class="pair-links">Download <a href="{program}" download>{name}.py</a> '
        f'<a href="{name}.ipynb" download>{name}.ipynb</a></p>'
    )
