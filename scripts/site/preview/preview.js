/* Keeps an open page as the server has it: what has changed is put in, and where that
   is not enough the page is asked for again. Only the preview adds this to pages. */
(() => {
  const { events, shown } = document.currentScript.dataset;
  let seen = shown;
  let source;
  document.addEventListener("visibilitychange", listen);
  listen();

  /* A window that nobody looks at holds no connection: a browser allows six. */
  function listen() {
    source?.close();
    if (document.hidden) return;
    source = new EventSource(`${events}&shown=${seen}`);
    source.addEventListener("reload", () => location.reload());
    source.addEventListener("change", ({ data, lastEventId }) => {
      seen = lastEventId;
      change(JSON.parse(data));
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
  }

  function change({ sections, banners }) {
    const held = top();
    for (const [anchor, html] of Object.entries(sections)) replace(anchor, html);
    for (const old of document.querySelectorAll(".preview-problem")) old.remove();
    for (const [anchor, html] of Object.entries(banners)) announce(anchor, html);
    hold(held);
    dispatchEvent(new CustomEvent("preview", { detail: seen }));
  }

  /* A pair goes from its heading to its links. */
  function replace(anchor, html) {
    const range = document.createRange();
    const head = document.getElementById(anchor);
    let last = head;
    while (last && !last.matches(".pair-links")) last = last.nextElementSibling;
    if (!last) return location.reload();
    range.setStartBefore(head);
    range.setEndAfter(last);
    const pair = [...document.querySelectorAll(".pair")].find((each) => range.intersectsNode(each));
    const fresh = range.createContextualFragment(html);
    keepHeads(pair, fresh);
    fresh.querySelectorAll(".highlight pre > code").forEach(addCopy);
    range.deleteContents();
    range.insertNode(fresh);
  }

  /* The heads of both sides hold buttons of the site's own script. */
  function keepHeads(pair, fresh) {
    for (const head of fresh.querySelectorAll(".pair-head")) {
      const old = pair?.querySelector(`.${head.className.replaceAll(" ", ".")}`);
      const button = old?.querySelector("button");
      if (!button) continue;
      old.replaceChildren(...head.childNodes, button);
      head.replaceWith(old);
    }
  }

  /* As the theme adds a button to each program; it listens to all of them at once. */
  function addCopy(code) {
    const model = document.querySelector(".md-code__nav");
    if (!model) return;
    const nav = model.cloneNode(true);
    const pre = code.parentElement;
    pre.id = `__code_${code.closest("[id]").id}`;
    nav.querySelector("button").dataset.clipboardTarget = `#${pre.id} > code`;
    pre.prepend(nav);
  }

  function announce(anchor, html) {
    const place = anchor && document.getElementById(anchor);
    if (place) place.insertAdjacentHTML("afterend", html);
    else document.querySelector("article").insertAdjacentHTML("afterbegin", html);
  }

  /* What stands at the top of the window stays there. */
  function top() {
    const marks = document.querySelectorAll("article [id]");
    const first = [...marks].find((mark) => mark.getBoundingClientRect().bottom >= 0);
    return first && { id: first.id, at: first.getBoundingClientRect().top };
  }

  function hold(held) {
    const found = held && document.getElementById(held.id);
    if (found) scrollBy({ top: found.getBoundingClientRect().top - held.at, behavior: "instant" });
  }
})();
