/* Filters the dictionary as you type; without it the table is complete. */
(() => {
  const table = document.querySelector(".md-typeset table");
  const count = document.getElementById("dictionary-count");
  if (!table || !count) return;
  const TOPIC = 0, GRADE = 4;
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    topic: row.cells[TOPIC].textContent,
    grade: row.cells[GRADE].textContent,
  }));
  const form = document.createElement("form");
  form.className = "dictionary-filter";
  form.setAttribute("role", "search");
  form.append(
    field("find", "Name or word", Object.assign(document.createElement("input"), { type: "search" })),
    field("topic", "Topic", choice(rows.map((r) => r.topic))),
    field("grade", "Grade", choice(rows.map((r) => r.grade))),
  );
  count.before(form);
  count.setAttribute("role", "status");
  const wanted = new URLSearchParams(location.search);
  for (const [name, value] of wanted) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  show();

  function field(name, label, control) {
    const wrapper = document.createElement("label");
    control.name = name;
    wrapper.append(label + " ", control);
    return wrapper;
  }

  function choice(values) {
    const select = document.createElement("select");
    for (const value of ["", ...new Set(values)].sort()) select.add(new Option(value || "all", value));
    return select;
  }

  function show() {
    const { find, topic, grade } = Object.fromEntries(new FormData(form));
    const words = find.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of rows) {
      const fits = words.every((word) => entry.text.includes(word))
        && (!topic || entry.topic === topic) && (!grade || entry.grade === grade);
      entry.row.hidden = !fits;
      shown += fits;
    }
    count.textContent = `${shown} of ${rows.length} concepts.`;
  }

  function remember() {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const query = chosen.size ? `?${chosen}` : location.pathname;
    history.replaceState(null, "", query);
  }
})();
