/* A button on each side of a pair that copies its whole program, as its cells show it. */
(() => {
  const heads = document.querySelectorAll(".pair-head");
  if (!heads.length || !navigator.clipboard) return;
  const said = document.createElement("p");
  said.className = "pair-copied";
  said.setAttribute("role", "status");
  document.querySelector(".md-content__inner").append(said);
  for (const head of heads) head.append(button(head));

  function button(head) {
    const made = document.createElement("button");
    const side = head.classList.contains("pair-keras") ? "keras" : "pytorch";
    made.type = "button";
    made.textContent = "Copy all";
    const program = `the whole ${side === "keras" ? "Keras" : "PyTorch"} program`;
    made.title = `Copy ${program}`;
    made.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code(head.parentElement, side));
      made.textContent = "Copied";
      said.textContent = `Copied ${program}`;
      setTimeout(() => { made.textContent = "Copy all"; said.textContent = ""; }, 2000);
    });
    return made;
  }

  /* Cells open with their titles, as they do in the file. */
  function code(grid, side) {
    const cells = [...grid.querySelectorAll(`.pair-cell.pair-${side}`)];
    return cells.map((cell) => `# %% ${title(cell)}\n${cell.querySelector("pre > code").textContent.trim()}\n`).join("\n");
  }

  function title(cell) {
    let step = cell;
    while (!step.matches(".pair-step")) step = step.previousElementSibling;
    return step.lastChild.textContent.trim();
  }
})();
