import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { base, example, open, openExample, useBrowser } from "./open";

useBrowser();

const finding = (page: Page) => page.locator(".finding");
const editor = (page: Page) => page.getByRole("textbox", { name: /text of the sheet/ });

async function write(page: Page, words: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(words);
}

const small = "Ghana and the United States\n\nU.S. goods exports to Ghana were $974.5 million in 2022.\n";

describe("the audit of the example", () => {
  it("opens from the first page in one step and shows where to look first", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Open the example sheet" }).click();
    await finding(page).getByText("was supported").waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("United States and Uzbekistan: Relations at a Glance");
    expect(await page.locator(".coverage").textContent()).toMatch(/\d+ of \d+ checkable claims decided/);
    expect(page.url()).toContain("example=us-uzbekistan.txt");
  });

  it("is on screen within a second of opening the page", async () => {
    // The best of five: other work on the machine is not the page's.
    const spent: number[] = [];
    for (let turn = 0; turn < 5; ++turn) {
      const page = await open(example, {
        before: (fresh) => fresh.addInitScript(() => {
          new MutationObserver((_, watch) => {
            if (!document.querySelector(".finding")) return;
            watch.disconnect();
            requestAnimationFrame(() => Object.assign(window, { shownAt: performance.now() }));
          }).observe(document, { childList: true, subtree: true });
        }),
      });
      spent.push(await (await page.waitForFunction(() => (window as unknown as { shownAt?: number }).shownAt)).jsonValue() as number);
    }
    console.log(`first audit on screen after ${spent.map((time) => Math.round(time)).join(", ")} ms`);
    expect(Math.min(...spent)).toBeLessThan(1000);
  });

  it("marks every claim by the shape behind it and the line below it", async () => {
    const page = await openExample();
    const marks = await page.locator(".cm-ends").evaluateAll((ends) => ends.map((end) => [end.className, getComputedStyle(end, "::after").maskImage]));
    expect(marks.length).toBeGreaterThanOrEqual(15);
    const shapes = new Map(marks.map(([name, mask]) => [name, mask]));
    expect(shapes.size).toBeGreaterThanOrEqual(3);
    expect(new Set(shapes.values()).size).toBe(shapes.size);
    const lines = await page.locator(".cm-claim").evaluateAll((claims) => [...new Set(claims.map((claim) => `${claim.className.split(" ")[1]} ${getComputedStyle(claim).textDecorationStyle}`))].sort());
    expect(lines).toEqual(["disputed double", "outdated dashed", "supported solid"]);
  });

  it("shows the series with the claimed point, the rank table with what was left out, and the way back to the rows", async () => {
    const page = await openExample();
    await page.locator(".finding .picture svg").waitFor();
    expect(await page.locator(".finding .picture svg").textContent()).toContain("claimed 16th");
    await page.locator("tr.ours").waitFor();
    expect(await page.locator("tr.ours").textContent()).toMatch(/^16/);
    expect(await finding(page).textContent()).toMatch(/Left out.*Other countries/);
    expect(await page.locator(".command code").first().textContent()).toBe("paraph data show rank UZ 2021 total");
  });

  it("shows memberships and relations in time", async () => {
    const page = await openExample();
    for (const says of [/observer of World Trade Organization/i, /embassy in Tashkent/i]) {
      await page.getByRole("tab", { name: /All claims/ }).click();
      await page.getByRole("button", { name: says }).click();
      await page.locator(".finding .picture svg [fill]").first().waitFor();
      expect(await finding(page).textContent()).toContain("In time");
    }
  });

  it("is filtered by verdict and kind, and the address remembers", async () => {
    const page = await openExample();
    await page.getByRole("button", { name: /^supported/ }).click();
    expect(await page.locator(".cm-ends.supported").count()).toBe(0);
    await page.getByRole("combobox", { name: "Kind" }).selectOption("trade_value");
    await page.getByRole("tab", { name: /All claims/ }).click();
    const left = await page.locator(".list button").count();
    expect(left).toBeGreaterThan(0);
    const again = await open(new URL(page.url()).hash);
    await again.getByRole("tab", { name: `All claims ${left}` }).waitFor();
    await again.getByRole("button", { name: /^disputed/ }).click();
    await again.getByText("No claim is left by these filters.").waitFor();
    await again.getByRole("button", { name: "Show all" }).click();
    await finding(again).waitFor();
  });

  it("follows the pointer, and a click holds the claim", async () => {
    const page = await openExample();
    await page.locator(".cm-claim", { hasText: "recognized Uzbekistan" }).first().hover();
    await finding(page).getByRole("heading", { name: /recognized/ }).waitFor();
    await page.locator(".cm-claim", { hasText: "Karimov visited" }).first().click();
    await finding(page).getByRole("heading", { name: /Karimov/ }).waitFor();
    await page.locator(".cm-claim", { hasText: "recognized Uzbekistan" }).first().hover();
    await page.waitForTimeout(500);
    expect(await finding(page).locator("h2").textContent()).toMatch(/Karimov/);
  });

  it("lists what is tracked and what was not read", async () => {
    const page = await openExample();
    await page.getByRole("tab", { name: /Not read/ }).click();
    await page.locator(".pane").getByText("cooperate on border security").waitFor();
  });

  it("looks back: what was recorded later is not used", async () => {
    const page = await openExample();
    await page.getByLabel("Known by").fill("2022-06-30");
    await page.getByText("with what was recorded by 30 June 2022").waitFor();
    expect(page.url()).toContain("as_of=2022-06-30");
  });
});

describe("a sheet of one's own", () => {
  it("is audited as it is pasted, and again within a second of an edit", async () => {
    const page = await open();
    await write(page, small);
    await page.locator(".finding.supported").waitFor();
    await page.keyboard.press("Control+End");
    // The best of three: other work on the machine is not the page's.
    const spent: number[] = [];
    for (const [turn, organisation] of ["United Nations", "Commonwealth", "African Union"].entries()) {
      const begun = Date.now();
      await page.keyboard.insertText(`\nGhana is a member of the ${organisation}.\n`);
      await page.getByRole("tab", { name: `All claims ${turn + 2}` }).waitFor();
      spent.push(Date.now() - begun);
    }
    console.log(`audit after an edit in ${spent.join(", ")} ms`);
    expect(Math.min(...spent)).toBeLessThan(1000);
    await page.reload();
    await page.getByRole("tab", { name: "All claims 4" }).waitFor();
  });

  it("travels inside its link", async () => {
    const page = await open();
    await write(page, small);
    await finding(page).waitFor();
    await finding(page).getByRole("button", { name: "Copy link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(new URL(link).hash);
    await finding(other).getByText("974.5 million").first().waitFor();
    expect(await editor(other).textContent()).toContain("Ghana and the United States");
  });

  it("is cited in one paragraph", async () => {
    const page = await openExample();
    await finding(page).getByRole("button", { name: "Copy citation" }).click();
    const words = await page.evaluate(() => navigator.clipboard.readText());
    expect(words).toMatch(/^“16th largest trade partner” \(United States and Uzbekistan: Relations at a Glance, .*15 July 2024\): outdated\. .*uzstat-1105@2010-2023.*\$ paraph data show rank UZ 2021 total$/);
  });

  it("may be HTML that is opened as a file; nothing in it is run", async () => {
    const page = await open();
    const hostile = `<h1>Ghana and the United States</h1><script>window.ran = 1</script><img src=x onerror="window.ran = 2"><p>U.S. goods exports to Ghana were $974.5 million in 2022. &lt;img src=x onerror="window.ran = 3"&gt;</p><a href="javascript:window.ran=4">x</a>`;
    await page.locator("input[type=file]").setInputFiles({ name: "sheet.html", mimeType: "text/html", buffer: Buffer.from(hostile) });
    await finding(page).waitFor();
    expect(await editor(page).textContent()).toContain("Ghana and the United States");
    expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
  });

  it("is dropped as a file", async () => {
    const page = await open();
    const data = await page.evaluateHandle((words) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], "dropped.md", { type: "" }));
      return transfer;
    }, `# ${small}`);
    await page.dispatchEvent(".sheet", "drop", { dataTransfer: data });
    await finding(page).waitFor();
    expect(await page.locator(".summary").textContent()).toContain("dropped.md");
  });

  it("is told when nothing in it can be checked", async () => {
    const page = await open();
    await write(page, "The weather was pleasant.");
    await page.getByText("Nothing in this text can be checked").waitFor();
  });
});

describe("what an audit is saved as", () => {
  const saved = async (page: Page, form: string): Promise<string> => {
    await page.locator("summary", { hasText: "Export" }).click();
    const [download] = (await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: form }).click()])) as [Download, void];
    return readFileSync(await download.path(), "utf8");
  };
  it("is each of the five forms", async () => {
    const page = await openExample();
    expect((JSON.parse(await saved(page, "JSON")) as { claims: unknown[] }).claims.length).toBeGreaterThan(10);
    expect((await saved(page, "CSV")).split("\n").length).toBeGreaterThan(10);
    expect((JSON.parse(await saved(page, "SARIF")) as { version: string }).version).toBe("2.1.0");
    expect(await saved(page, "ClaimReview")).toContain('"ClaimReview"');
    expect(await saved(page, "Stand-alone HTML")).toMatch(/^<!DOCTYPE html>/);
  });

  it("prints whole: the text with its marks, and every claim", async () => {
    const page = await openExample();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".printed").isVisible()).toBe(true);
    expect(await page.locator(".printed ol > li").count()).toBeGreaterThanOrEqual(15);
    expect(await page.locator(".columns").isVisible()).toBe(false);
  });
});

describe("trouble", () => {
  it("of a refused address is said in the server's words", async () => {
    const page = await open("", { tolerated: /403/ });
    await page.getByLabel("Address of a sheet").fill("http://127.0.0.1:1/sheet.html");
    await page.getByRole("button", { name: "Fetch" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/not on the public network/);
  });

  it("of a server that is gone keeps the text", async () => {
    const page = await openExample({ tolerated: /ERR_FAILED|Failed to load/ });
    await page.route("**/v1/**", (route) => route.abort());
    await editor(page).click();
    await page.keyboard.insertText("Words ");
    await page.getByRole("alert").getByText("The server does not answer").waitFor();
    expect(await editor(page).textContent()).toContain("Words ");
    await page.unroute("**/v1/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
  });

  it("of a busy server ends by itself", async () => {
    let refused = 0;
    const page = await open("", {
      tolerated: /503/,
      before: (fresh) => fresh.route("**/v1/check?*", (route) => (refused++ === 0 ? route.fulfill({ status: 503, headers: { "Retry-After": "1", "Content-Type": "application/problem+json" }, body: "{}" }) : route.continue())),
    });
    await write(page, small);
    await page.getByText("Trying again in 1 second.").waitFor();
    await finding(page).waitFor();
  });

  it("of a damaged link is said", async () => {
    const page = await open("#/audit?text=abc!!");
    await page.getByRole("alert").getByText("The link is damaged").waitFor();
  });

  it("of a missing token asks for it", async () => {
    let seen = "";
    const page = await open("", {
      tolerated: /401/,
      before: (fresh) => fresh.route("**/v1/check?*", (route) => {
        seen = route.request().headers()["authorization"] ?? "";
        return seen ? route.continue() : route.fulfill({ status: 401, headers: { "Content-Type": "application/problem+json" }, body: "{}" });
      }),
    });
    await write(page, small);
    await page.getByLabel("Token").fill("secret");
    await page.getByRole("button", { name: "Use it" }).click();
    await finding(page).waitFor();
    expect(seen).toBe("Bearer secret");
    expect(page.url().startsWith(base())).toBe(true);
  });
});
