"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  /* What is asked for: words that all have to stand in a row, and a state. */
  const wanted = { words: [], state: "" };
  const fits = (text, states) =>
    wanted.words.every((word) => text.includes(word)) && (wanted.state === "" || states.split(" ").includes(wanted.state));

  /* Tables */
  const keyOf = (row, column, isNumber) => {
    const cell = row.cells[column];
    const text = cell.dataset.key ?? cell.textContent;
    if (!isNumber) return text;
    const number = Number.parseFloat(text);
    return Number.isNaN(number) ? null : number;
  };

  /** Empty cells come last in either direction; equal ones keep their order. */
  const compare = (a, b, isNumber, sign) => {
    const noneA = a === null || a === "";
    const noneB = b === null || b === "";
    if (noneA || noneB) return noneA - noneB;
    return sign * (isNumber ? a - b : collator.compare(a, b));
  };

  const turn = (header) => {
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const each of header.parentElement.cells) each.setAttribute("aria-sort", "none");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    return ascending ? 1 : -1;
  };

  const sortBy = (header) => {
    const body = header.closest("table").tBodies[0];
    const isNumber = "number" in header.dataset;
    const sign = turn(header);
    const rows = Array.from(body.rows, (row) => [keyOf(row, header.cellIndex, isNumber), row]);
    rows.sort((a, b) => compare(a[0], b[0], isNumber, sign));
    body.append(...rows.map((each) => each[1]));
  };

  for (const button of all("table.list thead button")) {
    button.addEventListener("click", () => sortBy(button.closest("th")));
  }

  const rows = all("table.list:not(#rates-table) tbody tr, details[data-row]").map((row) => ({ row, text: null, states: row.dataset.states }));

  /* The matrix: rows are drawn as they come into view. */
  const kRowPixels = 30;
  const kMargin = 12;
  const kAllAtOnce = 80;

  class Matrix {
    constructor(frame) {
      this.frame = frame;
      const data = JSON.parse(frame.querySelector("script").textContent);
      Object.assign(this, { words: data.words, kinds: data.kinds, elements: data.elements });
      this.rows = data.rows.map(([name, stem, statuses, states]) => ({ name, stem, statuses, states, text: fold(name) }));
      this.shown = this.rows;
      this.whole = false;
      this.drawn = "";
      this.table = document.createElement("table");
      this.head(data.unit);
      this.body = this.table.createTBody();
      frame.append(this.table);
      frame.addEventListener("scroll", () => requestAnimationFrame(() => this.draw()), { passive: true });
      this.filter();
    }

    head(unit) {
      const row = this.table.createTHead().insertRow();
      [unit, ...this.elements].forEach((title, column) => {
        const cell = document.createElement("th");
        cell.scope = "col";
        cell.setAttribute("aria-sort", "none");
        const button = document.createElement("button");
        button.type = "button";
        button.append(document.createElement("span"));
        button.firstChild.textContent = title;
        button.title = title;
        button.addEventListener("click", () => this.sort(cell, column));
        cell.append(button);
        row.append(cell);
      });
    }

    sort(header, column) {
      const sign = turn(header);
      const key = column === 0 ? (row) => row.name : (row) => this.weight(row.statuses[column - 1]);
      this.rows.sort((a, b) => compare(key(a), key(b), column !== 0, sign));
      this.filter();
    }

    /** What asks for work comes first: missing, undecided, partial, met; what does not count comes last. */
    weight(digit) {
      const order = { missing: 0, undecided: 1, partial: 2, met: 3 };
      return order[this.kinds[digit]] ?? null;
    }

    filter() {
      this.shown = this.rows.filter((row) => fits(row.text, row.states));
      this.drawn = "";
      this.draw();
    }

    draw() {
      const count = this.shown.length;
      let first = 0;
      let end = count;
      if (!this.whole && count > kAllAtOnce) {
        first = Math.max(0, Math.floor(this.frame.scrollTop / kRowPixels) - kMargin);
        end = Math.min(count, first + Math.ceil(this.frame.clientHeight / kRowPixels) + 2 * kMargin);
      }
      const window = first + "-" + end;
      if (window === this.drawn) return;
      this.drawn = window;
      this.table.setAttribute("aria-rowcount", String(count + 1));
      const rows = [];
      if (first > 0) rows.push(this.space(first));
      for (let at = first; at < end; ++at) rows.push(this.row(this.shown[at], at));
      if (end < count) rows.push(this.space(count - end));
      this.body.replaceChildren(...rows);
    }

    space(rows) {
      const row = document.createElement("tr");
      row.className = "space";
      row.setAttribute("aria-hidden", "true");
      const cell = row.insertCell();
      cell.colSpan = this.elements.length + 1;
      cell.style.height = rows * kRowPixels + "px";
      return row;
    }

    row(from, at) {
      const row = document.createElement("tr");
      row.setAttribute("aria-rowindex", String(at + 2));
      const head = document.createElement("th");
      head.scope = "row";
      head.title = from.name;
      const link = document.createElement("a");
      link.href = "reports/" + from.stem + ".html";
      link.textContent = from.name;
      head.append(link);
      row.append(head);
      for (let column = 0; column < this.elements.length; ++column) {
        const digit = from.statuses[column];
        const cell = row.insertCell();
        if (digit === undefined) continue;
        const mark = document.createElement("span");
        mark.className = "cell k-" + this.kinds[digit];
        mark.textContent = this.words[digit];
        mark.title = from.name + "：" + this.elements[column];
        cell.append(mark);
      }
      return row;
    }
  }

  const matrices = [];
  const draw = (frame) => {
    if (frame.dataset.drawn) return;
    frame.dataset.drawn = "yes";
    matrices.push(new Matrix(frame));
  };
  const watch = new IntersectionObserver(
    (entries) => entries.filter((each) => each.isIntersecting).forEach((each) => draw(each.target)),
    { rootMargin: "600px" },
  );
  all(".matrix").forEach((frame) => watch.observe(frame));

  /* Filters */
  const form = document.querySelector(".filters");
  const field = document.getElementById("filter");
  const state = document.getElementById("state");
  const output = document.getElementById("shown");

  const filter = () => {
    wanted.words = fold(field.value).split(/\s+/).filter(Boolean);
    wanted.state = state.value;
    let shown = 0;
    for (const each of rows) {
      each.text ??= fold(each.row.textContent);
      each.row.hidden = !fits(each.text, each.states);
      if (!each.row.hidden) ++shown;
    }
    for (const matrix of matrices) matrix.filter();
    const isOn = wanted.words.length > 0 || wanted.state !== "";
    output.textContent = isOn ? output.dataset.words.replace("{0}", shown).replace("{1}", rows.length) : "";
  };

  field.addEventListener("input", filter);
  state.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  if (field.value !== "" || state.value !== "") filter();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key === "Escape" && event.target === field) {
      field.value = "";
      filter();
    }
  });

  /* On paper everything is there. */
  const closed = [];
  addEventListener("beforeprint", () => {
    for (const each of all("details:not([open])")) {
      each.open = true;
      closed.push(each);
    }
    all(".matrix").forEach(draw);
    for (const matrix of matrices) {
      matrix.whole = true;
      matrix.draw();
    }
  });
  addEventListener("afterprint", () => {
    for (const each of closed.splice(0)) each.open = false;
    for (const matrix of matrices) {
      matrix.whole = false;
      matrix.draw();
    }
  });
})();
