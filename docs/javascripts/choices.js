/* The reader's choices: which side, and which backend's output. They are kept
   across visits, stand in the address, and come back with back and forward. */
(() => {
  const form = document.querySelector(".choices");
  const root = document.documentElement;
  const names = ["show", "backend"];
  const first = Object.fromEntries(names.map((name) => [name, root.dataset[name]]));
  if (form) {
    mark();
    form.addEventListener("change", ({ target }) => choose(target.name, target.value));
    addEventListener("popstate", restore);
    addEventListener("hashchange", reveal);
    addEventListener("pageshow", ({ persisted }) => persisted && renew());
    reveal();
    lightUp();
  }

  function mark() {
    for (const name of names) form.elements[name].value = root.dataset[name];
  }

  function choose(name, value) {
    const kept = anchor();
    root.dataset[name] = value;
    try { localStorage.setItem("choice-" + name, value); } catch { /* not kept, then */ }
    const address = new URL(location);
    for (const each of names) address.searchParams.set(each, root.dataset[each]);
    history.pushState(null, "", address);
    hold(kept);
  }

  function restore() {
    const asked = new URLSearchParams(location.search);
    for (const name of names) root.dataset[name] = asked.get(name) ?? first[name];
    mark();
    reveal();
  }

  /* Back may bring the page as it was left. What its address does not say may have
     been chosen otherwise since, on another page. */
  function renew() {
    for (const name of names) first[name] = stored(name) ?? first[name];
    restore();
  }

  function stored(name) {
    try {
      const value = localStorage.getItem("choice-" + name);
      return [...form.elements[name]].find((choice) => choice.value === value)?.value;
    } catch { /* nothing is kept, then */ }
  }

  /* What stood at the top of the window stays there while sides come and go. */
  function anchor() {
    const steps = [...document.querySelectorAll(".pair-step, h2, h3")];
    const seen = steps.find((step) => step.getBoundingClientRect().top >= 0);
    return seen && { seen, top: seen.getBoundingClientRect().top };
  }

  function hold(kept) {
    if (kept) scrollBy({ top: kept.seen.getBoundingClientRect().top - kept.top, behavior: "instant" });
  }

  /* An address inside a side that is not shown brings that side back. */
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.getClientRects().length) return;
    root.dataset.show = "both";
    mark();
    target.scrollIntoView();
  }

  /* The name under the pointer lights up on both sides, also where an argument
     is called otherwise over there. */
  function lightUp() {
    let lit = [];
    document.addEventListener("pointerover", ({ target }) => {
      for (const span of lit) span.classList.remove("lit");
      lit = [];
      const word = target.closest?.(".pair-cell code span");
      if (!word || !/^[A-Za-z_]\w+$/.test(word.textContent)) return;
      const pair = word.closest(".pair");
      const names = twins(pair, word.textContent);
      lit = [...pair.querySelectorAll(".pair-cell code span")].filter((span) => names.has(span.textContent));
      for (const span of lit) span.classList.add("lit");
    });
  }

  function twins(pair, name) {
    const names = new Set([name]);
    for (const row of pair.querySelectorAll("[data-twins]")) {
      const both = row.dataset.twins.split(" ");
      if (both.includes(name)) both.forEach((each) => names.add(each));
    }
    return names;
  }
})();
