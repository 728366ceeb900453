// What comes onto the bench, from where, and the links that bring it there again.
import { Refusal, typeOfFile } from "../api/client";
import { text } from "../strings";
import * as bench from "./bench";
import { packed, unpacked, type Route } from "./route";
import { addressOf } from "./router";

/** In bytes; the server takes no more. */
const largest = 10 * 1000 * 1000;
export const exampleToOpen = "us-uzbekistan.txt";

/** What the sheet on the bench is called in a link; undefined for text of the reader's own. */
function origin(): Pick<Route & { view: "audit" }, "from" | "sheet"> {
  if (bench.exampleName.value) return { from: "example", sheet: bench.exampleName.value };
  const sheet = bench.sheet.value;
  return sheet?.from === "url" ? { from: "url", sheet: sheet.url } : {};
}

export function here(): Route & { view: "audit" } {
  const claim = bench.selected.value === undefined ? undefined : bench.claims.value[bench.selected.value]?.id;
  return {
    view: "audit", ...origin(), ...(bench.asOf.value ? { asOf: bench.asOf.value } : {}), ...(bench.verdictsInLink.value ? { verdicts: bench.verdictsInLink.value } : {}),
    ...(bench.kind.value ? { kind: bench.kind.value } : {}), ...(claim ? { claim } : {}),
  };
}

/** A link that opens the same audit elsewhere; text of the reader's own travels inside it. */
export async function permalink(): Promise<string> {
  const at = here();
  return addressOf(at.from || !bench.shown.value ? at : { ...at, from: "text", sheet: await packed(bench.shown.value) });
}

export function openFile(file: File): void {
  if (file.size > largest) {
    bench.trouble.value = new Refusal(413, text.trouble.tooLarge, "");
    return;
  }
  void bench.audit({ from: "file", bytes: file, type: typeOfFile(file.name, file.type), name: file.name });
}

export async function openRoute(to: Route): Promise<void> {
  if (to.view !== "audit") return;
  if (!to.from && bench.stage.peek() !== "empty") return;
  bench.asOf.value = to.asOf ?? "";
  bench.showOnly(to.verdicts);
  bench.kind.value = to.kind ?? "";
  const wanted = to.claim ? { wanted: to.claim } : {};
  if (to.from === "example" && to.sheet) {
    if (bench.exampleName.value !== to.sheet) await bench.openExample(to.sheet, to.claim);
  } else if (to.from === "url" && to.sheet) {
    if (bench.sheet.value?.from !== "url" || bench.sheet.value.url !== to.sheet) await bench.audit({ from: "url", url: to.sheet }, wanted);
  } else if (to.from === "text" && to.sheet) {
    const words = await unpacked(to.sheet);
    if (words === undefined) bench.trouble.value = new Refusal(400, text.trouble.link, "");
    else await bench.audit({ from: "text", text: words }, wanted);
  } else if (!bench.shown.value && bench.textOfBefore().trim()) {
    await bench.audit({ from: "text", text: bench.textOfBefore() }, wanted);
  }
}
