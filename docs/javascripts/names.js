/* What the theme leaves out: its search is a dialog without a name, and it makes
   a landmark of every copy button. */
(() => {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  const content = document.querySelector(".md-content");
  const demote = () => content.querySelectorAll(".md-code__nav:not([role])")
    .forEach((nav) => nav.setAttribute("role", "none"));
  new MutationObserver(demote).observe(content, { childList: true, subtree: true });
  demote();
})();
