import { describe, expect, it } from "vitest";
import { barriers, open, openExample, useBrowser } from "./open";

useBrowser();

describe("two states", () => {
  it("are found by typing, exchanged, and kept in the address", async () => {
    const page = await open("#/pair");
    await page.getByRole("combobox", { name: "First state" }).fill("united stat");
    await page.getByRole("option", { name: /United States/ }).first().click();
    await page.getByRole("combobox", { name: "Second state" }).pressSequentially("uzb");
    await page.getByRole("option", { name: /Uzbekistan/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "United States – Uzbekistan" }).waitFor();
    expect(page.url()).toMatch(/#\/pair\/US\/UZ$/);
    await page.getByRole("button", { name: "Swap" }).click();
    await page.getByRole("heading", { name: "Uzbekistan – United States" }).waitFor();
    expect(page.url()).toMatch(/#\/pair\/UZ\/US$/);
    await page.goBack();
    await page.getByRole("heading", { name: "United States – Uzbekistan" }).waitFor();
  });

  it("show everything that is known, each figure one step from its row", async () => {
    const page = await open("#/pair/US/UZ");
    await page.locator("#trade .picture svg").first().waitFor();
    for (const [id, words] of [["relations", /19 February 1992/], ["trade", /Exports from United States to Uzbekistan/], ["ranks", /United States among Uzbekistan’s partners/], ["assistance", /constant money of/], ["agreements", /Trade and Investment Framework/i], ["memberships", /Only Uzbekistan/], ["visits", /Mirziyoyev/], ["officials", /ambassador/i], ["indicators", /GDP/]] as const) {
      expect(await page.locator(`#${id}`).textContent(), id).toMatch(words);
    }
    expect(await page.locator(".map .side-a").count()).toBeGreaterThan(0);
    expect(await page.locator(".map .side-b").count()).toBeGreaterThan(0);
    await page.locator("#trade").getByText("Mirror gap", { exact: true }).first().click();
    await page.locator("#trade").getByRole("columnheader", { name: "Importer’s figure" }).waitFor();
    await page.locator("#trade").getByText("The figures behind this").first().click();
    await page.locator("#trade details[open] a").first().click();
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(3);
    expect(await page.locator("tbody").textContent()).toMatch(/Row \S+/);
  });

  it("show memberships side by side with since when", async () => {
    const page = await open("#/pair/US/UZ");
    await page.locator("#memberships").getByRole("button", { name: /Show \d+ rows/ }).click();
    const row = page.locator("#memberships tbody tr", { hasText: "United Nations" }).filter({ hasText: /since 2 March 1992/ });
    await row.waitFor();
  });

  it("that are not known are said to be so", async () => {
    const page = await open("#/pair/US/QQ", { tolerated: /404/ });
    await page.getByRole("alert").waitFor();
    const empty = await open("#/pair");
    await empty.getByText("Choose two states").waitFor();
    await empty.getByRole("combobox", { name: "First state" }).fill("zzzz");
    await empty.getByText("No state of this name is known.").waitFor();
  });
});

describe("the shelf", () => {
  it("lists sources with vintage, licence and years, and finds them by words", async () => {
    const page = await open("#/data");
    await page.locator(".source").first().waitFor();
    expect(await page.locator(".source").count()).toBeGreaterThan(15);
    await page.getByLabel("Search sources").fill("factbook");
    expect(await page.locator(".source").count()).toBe(1);
    expect(await page.locator(".source").textContent()).toMatch(/Licence: .*public domain/i);
    await page.getByLabel("Search sources").fill("nothing of this name");
    await page.getByText("No source fits these words.").waitFor();
  });

  it("leads from a series to its figures", async () => {
    const page = await open("#/data?tab=series&reporter=UZ&partner=US");
    await page.getByRole("region", { name: "Series" }).getByRole("link", { name: "Exports" }).first().click();
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(page.url()).toMatch(/tab=figures/);
  });

  it("shows figures page by page, and saves them", async () => {
    const page = await open("#/data?tab=figures&reporter=US&partner=UZ");
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(50);
    const first = await page.locator("tbody").textContent();
    await page.getByRole("button", { name: "Next page" }).click();
    await page.getByText("Page 2").waitFor();
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.locator("tbody").textContent()).not.toBe(first);
    await page.getByRole("button", { name: "Previous page" }).click();
    await page.getByText("Page 1").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
    expect(download.suggestedFilename()).toBe("figures.csv");
    await page.getByLabel("From year").fill("3000");
    await page.getByLabel("From year").blur();
    await page.getByText("No figure fits these filters.").waitFor();
  });
});

describe("the whole page", () => {
  const views = { first: "", audit: "example", pair: "#/pair/US/UZ", data: "#/data", series: "#/data?tab=series&reporter=UZ", figures: "#/data?tab=figures&reporter=UZ&partner=US" };
  for (const [name, hash] of Object.entries(views)) {
    for (const [scheme, size] of [["light", "desk"], ["dark", "phone"]] as const) {
      it(`has no barriers that axe-core finds, and no width beyond its screen: ${name}, ${scheme}, ${size}`, async () => {
        const page = hash === "example" ? await openExample({ scheme, size }) : await open(hash, { scheme, size });
        if (name === "pair") await page.locator("#trade .picture svg").first().waitFor();
        if (name === "data") await page.locator(".source").first().waitFor();
        if (name === "series" || name === "figures") await page.locator("tbody tr").first().waitFor();
        if (name === "audit") await page.locator(".finding .picture svg").waitFor();
        expect(await barriers(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
      });
    }
  }

  it("does not shift while it loads", async () => {
    for (const hash of ["", "#/audit?example=us-uzbekistan.txt", "#/data", "#/pair/US/UZ"]) {
      const page = await open(hash, {
        before: (fresh) => fresh.addInitScript(() => {
          const sum = { shift: 0 };
          Object.assign(window, { sum });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) sum.shift += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
        }),
      });
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(700);
      expect(await page.evaluate(() => (window as unknown as { sum: { shift: number } }).sum.shift), hash || "first").toBeLessThan(0.02);
    }
  });

  it("works by keyboard alone", async () => {
    const page = await open();
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (): Promise<string> => page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    });
    const tabTo = async (words: RegExp, limit = 60): Promise<void> => {
      for (let turn = 0; turn < limit; ++turn) {
        await press("Tab");
        if (words.test(await focused())) return;
      }
      throw new Error(`Tab never came to ${words.source}`);
    };
    await press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await press("Enter");
    await tabTo(/^Open the example sheet/);
    await press("Enter");
    await page.getByRole("heading", { name: /16th largest/ }).waitFor();
    await page.locator("body").focus();
    await tabTo(/^Next claim/);
    const before = await page.locator(".finding h2").textContent();
    await press("Enter");
    await page.waitForFunction((old) => document.querySelector(".finding h2")?.textContent !== old, before);
    await page.getByRole("tab", { name: "Claim", exact: true }).focus();
    await press("ArrowRight", "Tab", "Tab");
    const listed = await focused();
    await press("ArrowDown");
    expect(await focused()).not.toBe(listed);
    await press("Enter");
    await page.locator(".finding").waitFor();
    await page.getByRole("textbox", { name: /text of the sheet/ }).focus();
    await press("Control+Home", "Alt+ArrowDown");
    const one = await page.locator(".finding h2").textContent();
    await press("Alt+ArrowDown");
    expect(await page.locator(".finding h2").textContent()).not.toBe(one);
    await press("Alt+ArrowUp");
    expect(await page.locator(".finding h2").textContent()).toBe(one);
    await page.locator("summary", { hasText: "Export" }).focus();
    await press("Enter");
    expect(await page.getByRole("button", { name: "SARIF" }).isVisible()).toBe(true);
    await press("Escape");
    expect(await page.getByRole("button", { name: "SARIF" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "Pair", exact: true }).focus();
    await press("Enter");
    await page.getByRole("heading", { name: "Two states, side by side" }).waitFor();
    await tabTo(/^$/, 1).catch(() => undefined);
    await page.getByRole("combobox", { name: "First state" }).focus();
    await page.keyboard.type("ghan");
    await page.getByRole("option", { name: /Ghana/ }).waitFor();
    await press("Enter", "Tab", "Tab");
    await page.getByRole("combobox", { name: "Second state" }).focus();
    await page.keyboard.type("US");
    await page.getByRole("option", { name: /United States/ }).first().waitFor();
    await press("Enter");
    await page.locator("#relations").waitFor();
  });

  it("works on a phone: a claim that is touched is told at the foot, which leads to its panel", async () => {
    const page = await openExample({ size: "phone" });
    await page.locator(".cm-claim", { hasText: "observer to the World Trade" }).first().tap();
    const peek = page.locator(".peek");
    await peek.getByText(/observer of World Trade Organization/i).waitFor();
    await peek.tap();
    await page.waitForFunction(() => (document.getElementById("panel")?.getBoundingClientRect().top ?? 999) < 120);
  });

  it("keeps the theme that is chosen", async () => {
    const page = await open();
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByRole("button", { name: /^Colours/ }).click();
    await page.getByRole("button", { name: /^Colours: Light/ }).click();
    await page.getByRole("button", { name: /^Colours: Dark/ }).waitFor();
    expect(await paper()).not.toBe(light);
    await page.reload();
    await page.getByRole("button", { name: /^Colours: Dark/ }).waitFor();
    expect(await paper()).not.toBe(light);
  });
});
