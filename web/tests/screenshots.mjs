// screenshots.mjs PROGRAM FOLDER: pictures of the page's views, as docs/page.md and README.md show them.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [program, folder] = process.argv.slice(2);
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const base = process.env.PARAPH_SERVER ?? `http://127.0.0.1:${port}`;
const server = process.env.PARAPH_SERVER ? undefined : spawn(program, ["serve", "--listen", `127.0.0.1:${port}`, "--access-log", "none"], { stdio: "ignore" });
for (let turn = 0; turn < 300; ++turn) {
  if (await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false)) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}

const views = [
  { name: "page-audit", hash: "#/audit?example=us-uzbekistan.txt", wait: ".finding .picture svg", width: 1440, height: 1000 },
  { name: "page-audit-dark", hash: "#/audit?example=us-ghana.html", wait: ".finding", width: 1440, height: 1000, scheme: "dark" },
  { name: "page-first", hash: "", wait: ".welcome", width: 1440, height: 900 },
  { name: "page-pair", hash: "#/pair/US/UZ", wait: "#trade .picture svg", width: 1440, height: 1100 },
  { name: "page-data", hash: "#/data?tab=figures&reporter=UZ&partner=US", wait: "tbody tr", width: 1440, height: 900 },
  { name: "page-phone", hash: "#/audit?example=us-uzbekistan.txt", wait: ".peek", width: 390, height: 844, scale: 2 },
];
const browser = await chromium.launch({ executablePath: process.env.PARAPH_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });
try {
  for (const view of views) {
    const context = await browser.newContext({ viewport: { width: view.width, height: view.height }, colorScheme: view.scheme ?? "light", deviceScaleFactor: view.scale ?? 1, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${base}/${view.hash}`);
    await page.locator(view.wait).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${view.name}.png`) });
    console.log(`${join(folder, view.name)}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  server?.kill("SIGTERM");
}
