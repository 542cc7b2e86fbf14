/* The theme makes a landmark of every copy button. */
(() => {
  const content = document.querySelector(".md-content");
  const demote = () => content.querySelectorAll(".md-code__nav:not([role])")
    .forEach((nav) => nav.setAttribute("role", "none"));
  new MutationObserver(demote).observe(content, { childList: true, subtree: true });
  demote();
})();
