"""Case studies as plain as every other page, without what Jupyter brings along."""

from __future__ import annotations

from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Tag

from scripts.site.finish.pages import Page

UNWANTED = (
    "style, script, clipboard-copy, .zeroclipboard-container, .clipboard-copy-txt,"
    ".jp-Collapser, .jp-InputPrompt, .jp-OutputPrompt"
)
WRAPPERS = (
    ".jp-Notebook, .jupyter-wrapper, .jp-InputArea, .jp-OutputArea, .CodeMirror,"
    ".jp-Cell-inputWrapper, .jp-Cell-outputWrapper, .jp-CodeMirrorEditor,"
    ".jp-OutputArea-child, .jp-RenderedMarkdown, .jp-RenderedHTML, .jp-Cell"
)
ABOUT_THE_SITE = '<meta name="description" content="{}">'


def tidied(page: Page) -> str:
    """A case study without the style sheets and scripts of Jupyter.

    They are half a megabyte a page, and the site has its own.
    """
    if not page.is_notebook:
        return page.html
    soup = BeautifulSoup(page.content(), "html.parser")
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
    return page.with_content(f"{str(soup).rstrip()}\n{_downloads(page)}\n")


def described(page: Page) -> str:
    """A case study with a description of its own instead of that of the site."""
    if not page.is_notebook:
        return page.html
    about = ABOUT_THE_SITE.format(page.site.setting("site_description"))
    own = ABOUT_THE_SITE.format(page.description)
    return page.html.replace(about, own, 1)


def _as_code(soup: BeautifulSoup, tag: Tag, name: str) -> None:
    """A code cell as the theme writes one, so that its copy button finds it."""
    tag.attrs = {"class": "highlight", "id": name}
    for block in tag.select("pre"):
        block["id"] = f"{name}_pre"
        code = soup.new_tag("code", id=f"{name}_code", tabindex="0")
        code.extend(list(block.contents))
        block.append(code)


def _downloads(page: Page) -> str:
    """Links to the program, beside the source, and the notebook, beside the page."""
    name = PurePosixPath(page.source).stem
    program = page.link(f"notebooks/{name}.py")
    return (
        f'<p class="pair-links">Download <a href="{program}" download>{name}.py</a> '
        f'<a href="{name}.ipynb" download>{name}.ipynb</a></p>'
    )
