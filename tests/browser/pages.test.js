"use strict";
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const folder = pathToFileURL(process.env.PAGES + "/").href;
const report = (unit) => "zh/reports/" + encodeURIComponent(readdirSync(join(process.env.PAGES, "zh/reports")).find((name) => name.includes(unit)));
const index = "zh/index.html";
const weak = report("茶亭坳乡");
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

/** A page that was opened or that a link led to; nothing that a page loads beside itself. */
const isOfBatch = (request) => request.isNavigationRequest() && request.url().startsWith(folder);

/** Opens a page, runs `body` with it, and holds it to silence: no error, no request but for pages of the batch. */
const opened = (name, size, body) => async () => {
  const page = await browser.newPage({ viewport: size });
  const complaints = [];
  page.on("console", (message) => message.type() !== "log" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => isOfBatch(request) || complaints.push(request.url()));
  await page.goto(folder + name);
  await body(page);
  assert.deepEqual(complaints, []);
  await page.close();
};

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 800 };

/** Waits until `holds` is true in the page. Playwright's own waiting evaluates text, which the pages' policy forbids. */
const until = async (page, holds, argument) => {
  for (let tries = 0; !(await page.evaluate(holds, argument)); ++tries) {
    assert.ok(tries < 200, `never true: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const column = (page, table, index) =>
  page.$$eval(`#${table} tbody tr:not([hidden])`, (rows, at) => rows.map((row) => row.cells[at].dataset.key ?? row.cells[at].textContent), index);
const isAscending = (numbers) => numbers.every((each, at) => at === 0 || numbers[at - 1] <= each);

test("sorts by any column, either way", opened(index, desk, async (page) => {
  const header = page.locator("#ranking-table thead th").nth(2);
  await header.locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "ascending");
  const rising = (await column(page, "ranking-table", 2)).map(Number);
  assert.ok(rising.length === 20 && isAscending(rising));
  await header.locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "descending");
  assert.ok(isAscending((await column(page, "ranking-table", 2)).map(Number).reverse()));
  await page.locator("#ranking-table thead th").nth(1).locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "none");
  const names = await column(page, "ranking-table", 1);
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  assert.deepEqual(names, [...names].sort(collator.compare));
}));

test("filters by text and by state", opened(index, desk, async (page) => {
  const all = (await column(page, "roster-table", 0)).length;
  await page.fill("#filter", "白鹭汀");
  const some = await column(page, "roster-table", 0);
  assert.ok(some.length > 0 && some.length < all && some.every((name) => name.includes("白鹭汀")));
  assert.match(await page.textContent("#shown"), /\d+/);
  await page.fill("#filter", "");
  await page.selectOption("#state", "absent");
  const absent = await page.$$eval("#roster-table tbody tr:not([hidden])", (rows) => rows.map((row) => row.cells[1].textContent));
  assert.ok(absent.length > 0 && absent.every((state) => state.includes("未报送")));
  await page.selectOption("#state", "failed");
  assert.ok((await column(page, "ranking-table", 4)).every((result) => result === "不合格"));
  await page.click("button[type=reset]");
  await until(page, (rows) => document.querySelectorAll("#roster-table tbody tr:not([hidden])").length === rows, all);
}));

test("draws a matrix for each checklist, sorts and filters it", opened(index, desk, async (page) => {
  await page.locator("#matrix").scrollIntoViewIfNeeded();
  await until(page, () => document.querySelectorAll(".matrix table").length === 2);
  const matrix = page.locator(".matrix").first();
  const rows = await matrix.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.querySelectorAll(".cell")].map((cell) => cell.textContent)));
  assert.ok(rows.length > 8 && rows.every((row) => row.length === rows[0].length));
  assert.ok(rows.flat().every((word) => ["齐全", "部分", "缺失", "待定", "—", "豁免"].includes(word)));
  const lacking = rows[0].findIndex((word, at) => word === "齐全" && rows.some((row) => row[at] === "缺失"));
  assert.ok(lacking >= 0);
  await matrix.locator("thead button").nth(lacking + 1).click();
  assert.equal(await matrix.locator("tbody tr").first().locator(".cell").nth(lacking).textContent(), "缺失");
  await page.fill("#filter", "白鹭汀");
  await until(page, () => [...document.querySelectorAll(".matrix tbody th")].every((head) => head.textContent.includes("白鹭汀")));
}));

test("leads from the ranking to a report, its finding, its sentence, and back", opened(index, desk, async (page) => {
  await page.locator("#ranking-table tbody th a", { hasText: "泉水埠镇" }).click();
  await page.waitForSelector(".finding");
  assert.match(await page.textContent("body"), /泉水埠镇人民政府/);
  await page.locator("a.go").first().click();
  assert.ok(await page.locator("mark.lit").count() > 0);
  await page.locator('a[href$="index.html"]').first().click();
  await page.waitForSelector("#ranking-table");
}));

test("shows copies side by side, each passage leading to its paragraph", opened(index, desk, async (page) => {
  const pair = page.locator("#similar details", { hasText: "麻柳渡镇" });
  await pair.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await pair.locator("tbody tr").count() > 0);
  const link = pair.locator("tbody a.place").first();
  const target = decodeURIComponent((await link.getAttribute("href")).split("#")[1]);
  await link.click();
  await page.waitForSelector("#" + target);
}));

test("is used by the keyboard alone", opened(index, desk, async (page) => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "filter");
  await page.keyboard.type("乡/镇");
  assert.equal(await page.inputValue("#filter"), "乡/镇");
  await page.keyboard.press("Escape");
  assert.equal(await page.inputValue("#filter"), "");
  await page.locator("#ranking-table thead button").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("#ranking-table thead th").first().getAttribute("aria-sort"), "descending");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "none");
}));

test("holds 3,000 units without drawing them all", opened("many.html", desk, async (page) => {
  await page.locator("#matrix").scrollIntoViewIfNeeded();
  await page.waitForSelector(".matrix table");
  assert.ok((await page.locator(".matrix tbody tr").count()) < 100);
  const last = await page.$eval(".matrix", (frame) => {
    frame.scrollTop = frame.scrollHeight;
    return frame.querySelector("table").getAttribute("aria-rowcount");
  });
  await until(page, (row) => document.querySelector(`.matrix tr[aria-rowindex="${row}"]`) !== null, last);
  await page.fill("#filter", "第100片区青石梁");
  assert.equal((await column(page, "roster-table", 0)).length, 1);
}));

test("puts everything on paper", opened(index, desk, async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".matrix tbody tr").count(), await page.locator("#ranking-table tbody tr").count());
  assert.equal(await page.locator("details:not([open])").count(), 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".filters").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("details[open]").count(), 0);
}));

test("leads from a finding to its sentence and back", opened(weak, desk, async (page) => {
  const link = page.locator("a.go").nth(2);
  const number = await link.locator(".ref").textContent();
  const quote = await link.locator("xpath=..").locator("q").textContent();
  await link.click();
  const lit = await page.$$eval("mark.lit", (marks) => marks.map((mark) => mark.textContent).join(""));
  assert.ok(lit.includes(quote.slice(0, 20)));
  assert.equal(await page.evaluate(() => document.activeElement.id), "r1e" + number);
  await until(page, () => {
    const box = document.activeElement.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.className.split(" ")[0]), "finding");
  assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(quote.slice(0, 20)));
}));

test("filters findings; a reference shows a hidden one again", opened(weak, desk, async (page) => {
  await page.click('.filters button[data-kind="missing"]');
  assert.equal(await page.getAttribute('.filters button[data-kind="missing"]', "aria-pressed"), "true");
  const kinds = await page.$$eval(".finding:not([hidden])", (findings) => findings.map((finding) => finding.dataset.kind));
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind === "missing"));
  await page.locator("a.ref.k-partial").first().click();
  assert.ok(await page.evaluate(() => document.activeElement.matches(".finding") && !document.activeElement.hidden));
}));

test("walks the findings by keyboard", opened(weak, desk, async (page) => {
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".finding")), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("ref")), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("finding")), true);
}));

for (const [name, size] of [[index, phone], [weak, phone], [report("麻柳渡镇"), phone], ["en/index.html", phone], ["en/index.html", desk], ["book.html", desk]]) {
  test(`fits ${decodeURIComponent(name)} at ${size.width} pixels`, opened(name, size, async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.ok(await page.evaluate(() => document.documentElement.lang.length > 0));
    const ids = await page.$$eval("[id]", (elements) => elements.map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length);
    const dead = await page.$$eval('a[href^="#"]', (links) => links.filter((link) => !document.getElementById(link.getAttribute("href").slice(1))).length);
    assert.equal(dead, 0);
  }));
}
