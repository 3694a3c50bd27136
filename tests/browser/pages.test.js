"use strict";
const assert = require("node:assert/strict");
const { after, before, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const folder = pathToFileURL(process.env.PAGES + "/").href;
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
});
after(() => browser.close());

/** Opens a page, runs `body` with it, and holds it to silence: no error, no request but for the page itself. */
const opened = (name, size, body) => async () => {
  const page = await browser.newPage({ viewport: size });
  const complaints = [];
  page.on("console", (message) => message.type() !== "log" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => request.url().split("#")[0] !== folder + name && complaints.push(request.url()));
  await page.goto(folder + name);
  await body(page);
  assert.deepEqual(complaints, []);
  await page.close();
};

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 800 };

const column = (page, table, index) =>
  page.$$eval(`#${table} tbody tr:not([hidden])`, (rows, at) => rows.map((row) => row.cells[at].dataset.key ?? row.cells[at].textContent), index);
const isAscending = (numbers) => numbers.every((each, at) => at === 0 || numbers[at - 1] <= each);

test("sorts by any column, either way", opened("index.html", desk, async (page) => {
  const header = page.locator("#ranking-table thead th").nth(2);
  await header.locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "ascending");
  const rising = (await column(page, "ranking-table", 2)).map(Number);
  assert.ok(rising.length > 40 && isAscending(rising));
  await header.locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "descending");
  assert.ok(isAscending((await column(page, "ranking-table", 2)).map(Number).reverse()));
  await page.locator("#ranking-table thead th").nth(1).locator("button").click();
  assert.equal(await header.getAttribute("aria-sort"), "none");
  const names = await column(page, "ranking-table", 1);
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  assert.deepEqual(names, [...names].sort(collator.compare));
}));

test("filters by text and by state", opened("index.html", desk, async (page) => {
  const all = (await column(page, "roster-table", 0)).length;
  await page.fill("#filter", "青石梁");
  const some = await column(page, "roster-table", 0);
  assert.ok(some.length > 0 && some.length < all && some.every((name) => name.includes("青石梁")));
  assert.match(await page.textContent("#shown"), /\d+/);
  await page.fill("#filter", "");
  await page.selectOption("#state", "absent");
  const absent = await page.$$eval("#roster-table tbody tr:not([hidden])", (rows) => rows.map((row) => row.cells[1].textContent));
  assert.ok(absent.length > 0 && absent.every((state) => state.includes("未报送")));
  await page.selectOption("#state", "failed");
  assert.ok((await column(page, "ranking-table", 4)).every((result) => result === "不合格"));
  await page.click("button[type=reset]");
  await page.waitForFunction((rows) => document.querySelectorAll("#roster-table tbody tr:not([hidden])").length === rows, all);
}));

test("draws the matrix, sorts and filters it", opened("index.html", desk, async (page) => {
  await page.locator("#matrix").scrollIntoViewIfNeeded();
  await page.waitForSelector(".matrix table");
  const words = await page.$$eval(".matrix tbody .cell", (cells) => cells.map((cell) => cell.textContent));
  assert.equal(words.length % 24, 0);
  assert.ok(words.every((word) => ["齐全", "部分", "缺失", "待定", "—", "豁免"].includes(word)));
  await page.locator(".matrix thead button").nth(13).click();
  assert.equal(await page.locator(".matrix tbody tr").first().locator(".cell").nth(12).textContent(), "缺失");
  await page.fill("#filter", "青石梁");
  assert.ok((await page.$$eval(".matrix tbody th", (heads) => heads.map((head) => head.textContent))).every((name) => name.includes("青石梁")));
}));

test("is used by the keyboard alone", opened("index.html", desk, async (page) => {
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
  await page.waitForFunction((row) => document.querySelector(`.matrix tr[aria-rowindex="${row}"]`), last);
  await page.fill("#filter", "第100片区青石梁");
  assert.equal((await column(page, "roster-table", 0)).length, 1);
}));

test("puts everything on paper", opened("index.html", desk, async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".matrix tbody tr").count(), await page.locator("#ranking-table tbody tr").count());
  assert.equal(await page.locator("details:not([open])").count(), 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".filters").isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("details[open]").count(), 0);
}));

test("leads from a finding to its sentence and back", opened("report.html", desk, async (page) => {
  const link = page.locator("a.go").nth(2);
  const number = await link.locator(".ref").textContent();
  const quote = await link.locator("xpath=..").locator("q").textContent();
  await link.click();
  const lit = await page.$$eval("mark.lit", (marks) => marks.map((mark) => mark.textContent).join(""));
  assert.ok(lit.includes(quote.slice(0, 20)));
  assert.equal(await page.evaluate(() => document.activeElement.id), "r1e" + number);
  await page.waitForFunction(() => {
    const box = document.activeElement.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.className.split(" ")[0]), "finding");
  assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(quote.slice(0, 20)));
}));

test("filters findings; a reference shows a hidden one again", opened("report.html", desk, async (page) => {
  await page.click('.filters button[data-kind="missing"]');
  assert.equal(await page.getAttribute('.filters button[data-kind="missing"]', "aria-pressed"), "true");
  const kinds = await page.$$eval(".finding:not([hidden])", (findings) => findings.map((finding) => finding.dataset.kind));
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind === "missing"));
  await page.locator("a.ref.k-partial").first().click();
  assert.ok(await page.evaluate(() => document.activeElement.matches(".finding") && !document.activeElement.hidden));
}));

test("walks the findings by keyboard", opened("report.html", desk, async (page) => {
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".finding")), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("ref")), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("finding")), true);
}));

for (const [name, size] of [["index.html", phone], ["report.html", phone], ["english.html", desk], ["book.html", desk]]) {
  test(`fits ${name} at ${size.width} pixels`, opened(name, size, async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.ok(await page.evaluate(() => document.documentElement.lang.length > 0));
    const ids = await page.$$eval("[id]", (elements) => elements.map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length);
    const dead = await page.$$eval('a[href^="#"]', (links) => links.filter((link) => !document.getElementById(link.getAttribute("href").slice(1))).length);
    assert.equal(dead, 0);
  }));
}
