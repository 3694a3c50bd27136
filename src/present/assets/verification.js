"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const unit = document.getElementById("unit");
  let change = "";

  const show = () => {
    for (const item of all(".item")) {
      const fits = change === "" || (change === "warned" ? item.dataset.warned === "1" : item.dataset.change === change);
      item.hidden = !fits;
    }
    for (const section of all(".unit")) {
      const chosen = unit.value === "" || section.dataset.unit === unit.value;
      section.hidden = !chosen || (change !== "" && !section.querySelector(".item:not([hidden])"));
    }
    for (const button of all(".filters button")) {
      button.setAttribute("aria-pressed", String(button.dataset.change === change));
    }
  };

  unit.addEventListener("change", show);
  for (const button of all(".filters button")) {
    button.addEventListener("click", () => {
      change = button.dataset.change;
      show();
    });
  }
})();
