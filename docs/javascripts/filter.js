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
  count.setAttribute("role", "status");
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of wanted) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  show();
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

  function show() {
    const words = form.elements.find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.map((name) => form.elements[name].value);
    let shown = 0;
    for (const { row, text, values } of rows) {
      const fits = words.every((word) => text.includes(word))
        && chosen.every((value, n) => !value || values[n] === value);
      if (row.hidden === fits) row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} of ${rows.length} ${count.dataset.noun}.`;
  }

  /* A row that the address names is shown whatever the filter says. */
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    const row = target?.closest("tr");
    if (!row?.hidden) return;
    form.reset();
    show();
    row.scrollIntoView();
  }

  function remember() {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const query = chosen.size ? `?${chosen}` : location.pathname;
    history.replaceState(null, "", query);
  }
})();
