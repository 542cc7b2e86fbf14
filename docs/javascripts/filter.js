/* Filters a table as you type; without it the table is complete. */
(() => {
  const count = document.querySelector(".filter-count");
  const form = document.querySelector(".table-filter");
  if (!form) return;
  const table = tableAfter(count);
  const columns = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.toLowerCase());
  const choices = count.dataset.choices.split(" ");
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    values: choices.map((name) => valueOf(row.cells[columns.indexOf(name)])),
  }));
  const AT_ONCE = 80; // rows that come or go in one frame: more than a screen holds
  let later = 0;
  count.setAttribute("role", "status");
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of wanted) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  show(rows.length);
  reveal();

  function tableAfter(element) {
    let next = element;
    while ((next = next.nextElementSibling)) {
      const found = next.matches("table") ? next : next.querySelector("table");
      if (found) return found;
    }
    return null;
  }

  function valueOf(cell) {
    return (cell.querySelector(".verdict") ?? cell).textContent.trim();
  }

  function show(atOnce = AT_ONCE) {
    const words = form.elements.find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.map((name) => form.elements[name].value);
    const fits = ({ text, values }) => words.every((word) => text.includes(word))
      && chosen.every((value, n) => !value || values[n] === value);
    const hidden = rows.map((entry) => !fits(entry));
    change(rows.map(({ row }, n) => [row, hidden[n]]).filter(([row, hide]) => row.hidden !== hide), atOnce);
    count.textContent = `${hidden.filter((hide) => !hide).length} of ${rows.length} ${count.dataset.noun}.`;
  }

  /* From the top, a part in each frame, so that the next letter need not wait. */
  function change(due, atOnce) {
    cancelAnimationFrame(later);
    for (const [row, hide] of due.slice(0, atOnce)) row.hidden = hide;
    const rest = due.slice(atOnce);
    if (rest.length) later = requestAnimationFrame(() => change(rest, atOnce));
  }

  /* A row that the address names is shown whatever the filter says. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const row = target?.closest("tr");
    if (!row) return;
    show(rows.length);
    if (!row.hidden) return;
    form.reset();
    show(rows.length);
    row.scrollIntoView();
  }

  function remember() {
    const address = new URL(location);
    for (const [name, value] of new FormData(form)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.hash = "";
    history.replaceState(null, "", address);
  }
})();
