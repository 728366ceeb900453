// Opens the page in Chromium, and notes what must never happen there: requests to elsewhere, breaches of the policy, faults.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 860 }, wide: { width: 1680, height: 1050 } };
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let contexts: BrowserContext[] = [];
let faults: string[] = [];

export const base = (): string => inject("base");

/** Call it once in a test file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env["PARAPH_CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const seen = faults;
    faults = [];
    expect(seen).toEqual([]);
  });
  afterAll(() => browser?.close());
}

/** `tolerated` are words of console messages that this test provokes. */
export async function open(hash = "", options: { size?: keyof typeof sizes; scheme?: "light" | "dark"; tolerated?: RegExp; before?: (page: Page) => Promise<void> } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[options.size ?? "desk"], colorScheme: options.scheme ?? "light", acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"], hasTouch: options.size === "phone" });
  contexts.push(context);
  const page = await context.newPage();
  // Long: a busy machine is no fault of the page. What must be quick is measured where it is tested.
  page.setDefaultTimeout(60_000);
  page.on("request", (request) => {
    if (!request.url().startsWith(base()) && !/^(blob|data):/.test(request.url())) faults.push(`asks ${request.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`fault: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !options.tolerated?.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`));
  });
  await options.before?.(page);
  await page.goto(`${base()}/${hash}`);
  return page;
}

/** The barriers that axe-core finds, each with the element; none is what is wanted. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const { violations } = await tool.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
  });
}

export const example = "#/audit?example=us-uzbekistan.txt";

/** Opens the example and waits until its audit shows. */
export async function openExample(options: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open(example, options);
  await page.getByRole("heading", { name: /16th largest/ }).waitFor();
  return page;
}
