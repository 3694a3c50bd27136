"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let last = null; // the finding that the reader came from

  const choose = (report, kind) => {
    for (const button of all(".filters button", report)) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
    }
    for (const finding of all(".finding", report)) finding.hidden = kind !== "" && finding.dataset.kind !== kind;
    for (const group of all(".group", report)) group.hidden = !group.querySelector(".finding:not([hidden])");
  };

  const light = (report, numbers) => {
    for (const mark of all("mark.lit")) mark.classList.remove("lit");
    for (const mark of all("mark[data-e]", report)) {
      if (mark.dataset.e.split(" ").some((each) => numbers.has(each))) mark.classList.add("lit");
    }
  };

  const numbersOf = (finding) => new Set(all("a.go .ref", finding).map((each) => each.textContent));

  /** Shows what a link leads to, lights its sentences and moves the focus there. */
  const go = (target) => {
    const report = target.closest(".report");
    if (!report) return;
    if (target.matches(".finding")) {
      if (target.hidden) choose(report, "");
      light(report, numbersOf(target));
    } else if (target.matches("a.ref")) {
      light(report, new Set([target.textContent]));
    }
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches(".finding") ? "nearest" : "center", behavior: quiet ? "auto" : "smooth" });
  };

  const goTo = (address) => {
    const target = document.getElementById(decodeURIComponent(address.slice(1)));
    if (!target) return false;
    if (location.hash !== address) history.pushState(null, "", address);
    go(target);
    return true;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".filters button");
    if (button) return choose(button.closest(".report"), button.dataset.kind);
    const link = event.target.closest("a.go, a.ref");
    if (link) {
      if (link.matches(".go")) last = link;
      if (goTo(link.getAttribute("href"))) event.preventDefault();
      return undefined;
    }
    const mark = event.target.closest("mark[data-e]");
    if (mark && String(getSelection()) === "") {
      const id = mark.closest(".report").id + "e" + mark.dataset.e.split(" ")[0];
      goTo(document.getElementById(id).getAttribute("href"));
    }
    return undefined;
  });

  const step = (report, by) => {
    const shown = all(".finding:not([hidden])", report);
    const current = document.activeElement.closest(".finding");
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    if (shown[next]) go(shown[next]);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
    const report = document.activeElement.closest(".report") || document.querySelector(".report");
    if (!report) return;
    if (event.key === "j" || event.key === "J") step(report, 1);
    if (event.key === "k" || event.key === "K") step(report, -1);
    if (event.key === "Escape" && last) go(last.closest(".finding"));
    if (event.key === "Enter" && document.activeElement.matches(".finding")) {
      const link = document.activeElement.querySelector("a.go");
      if (link) link.click();
    }
  });

  addEventListener("popstate", () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) go(target);
  });
  addEventListener("beforeprint", () => {
    for (const each of all("details")) each.open = true;
  });
  if (location.hash.length > 1) {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".finding, a.ref")) go(target);
  }
})();
