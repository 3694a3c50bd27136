"use strict";
// shoot.js COUNTY VERIFICATION PICTURES: pictures of the pages in COUNTY and of the page VERIFICATION, as PNG into PICTURES.
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const [county, verification, pictures] = process.argv.slice(2);
const address = (...parts) => pathToFileURL(join(county, ...parts)).href;
const reportOf = (unit) => readdirSync(join(county, "reports")).find((name) => name.includes(unit));

/** `element` from its top on, `height` pixels of it at most. */
const shoot = async (page, name, element, height) => {
  await page.setViewportSize({ width: 1180, height });
  const target = page.locator(element).first();
  await target.evaluate((each) => each.scrollIntoView({ block: "start" }));
  await page.waitForTimeout(300);
  const box = await target.boundingBox();
  const clip = { x: 0, y: Math.max(box.y, 0), width: 1180, height: Math.min(height - Math.max(box.y, 0), box.height) };
  await page.screenshot({ path: join(pictures, name + ".png"), clip });
};

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.goto(address("index.html"));
  await shoot(page, "overview", "body", 900);
  await shoot(page, "roster", "#roster", 560);
  await page.locator("#similar details", { hasText: "麻柳渡镇" }).locator("summary").click();
  await shoot(page, "copies", "#similar", 640);
  await page.goto(address("reports", reportOf("泉水埠镇")));
  await shoot(page, "report", "body", 860);
  await page.goto(pathToFileURL(verification).href);
  await page.selectOption(".filters select", { label: "棠沣县板栗园乡人民政府" });
  await shoot(page, "verification", "#items", 860);
  await browser.close();
})();
