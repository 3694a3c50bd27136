"use strict";
(() => {
  const table = document.getElementById("items");
  if (!table) return;
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const form = document.querySelector(".filters");
  const field = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const rows = Array.from(table.tBodies[0].rows, (row) => ({ row, text: fold(row.textContent), states: row.dataset.states.split(" ") }));
  const value = (id) => document.getElementById(id)?.value ?? "";

  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const [unit, category, state] = ["unit", "category", "state"].map(value);
    let count = 0;
    for (const each of rows) {
      const fits = (unit === "" || each.row.dataset.unit === unit) && (category === "" || each.row.dataset.category === category) &&
        (state === "" || each.states.includes(state)) && words.every((word) => each.text.includes(word));
      each.row.hidden = !fits;
      if (fits) ++count;
    }
    const isOn = count < rows.length;
    shown.textContent = isOn ? shown.dataset.words.replace("{0}", count).replace("{1}", rows.length) : "";
  };

  const keyOf = (row, column, isNumber) => {
    const key = row.cells[column].dataset.key;
    return key === "" ? null : isNumber ? Number.parseFloat(key) : key;
  };

  /** Empty cells come last in either direction; equal ones keep their order. */
  const sortBy = (header) => {
    const column = header.cellIndex;
    const isNumber = "number" in header.dataset;
    const sign = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const each of header.parentElement.cells) each.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
    const keyed = Array.from(table.tBodies[0].rows, (row) => [keyOf(row, column, isNumber), row]);
    keyed.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (isNumber ? a - b : collator.compare(a, b));
    });
    table.tBodies[0].append(...keyed.map((each) => each[1]));
  };

  for (const header of table.tHead.rows[0].cells) header.querySelector("button").addEventListener("click", () => sortBy(header));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      field.focus();
    }
  });
  filter();
})();
