/* What the theme makes of copy buttons, a landmark each, and of wide tables,
   which only a mouse can scroll where nothing in them takes the focus. */
(() => {
  const content = document.querySelector(".md-content");
  const wide = new ResizeObserver((seen) => seen.forEach(({ target }) => name(target)));
  const mend = () => {
    for (const nav of content.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
    for (const table of content.querySelectorAll(".md-typeset__scrollwrap")) wide.observe(table);
  };
  new MutationObserver(mend).observe(content, { childList: true, subtree: true });
  mend();

  /* The observer calls once all is laid out, so that nothing is for this alone. */
  function name(table) {
    if (table.tabIndex === 0 || table.scrollWidth <= table.clientWidth || table.querySelector("a[href]")) return;
    table.tabIndex = 0;
    table.setAttribute("role", "group");
    table.setAttribute("aria-label", "Table");
  }
})();
