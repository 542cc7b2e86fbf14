/* What the theme makes of copy buttons, a landmark each, and of wide tables,
   which only a mouse can scroll where nothing in them takes the focus. */
(() => {
  const content = document.querySelector(".md-content");
  const mend = () => {
    for (const nav of content.querySelectorAll(".md-code__nav:not([role])")) nav.setAttribute("role", "none");
    for (const table of content.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
      if (table.scrollWidth <= table.clientWidth || table.querySelector("a[href]")) continue;
      table.tabIndex = 0;
      table.setAttribute("role", "group");
      table.setAttribute("aria-label", "Table");
    }
  };
  new MutationObserver(mend).observe(content, { childList: true, subtree: true });
  addEventListener("resize", mend);
  mend();
})();
