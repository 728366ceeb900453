// The whole page, compressed, with every part that is loaded late: at most 500 kB. What the first view needs: at most 300 kB.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const weight = (file) => (file.endsWith(".woff2") ? readFileSync(file).length : gzipSync(readFileSync(file), { level: 9 }).length);
const html = readFileSync(join(dist, "index.html"), "utf8");
let all = 0;
let first = 0;
for (const file of files) {
  const bytes = weight(file);
  const name = file.slice(dist.length + 1);
  const early = name === "index.html" || html.includes(name);
  all += bytes;
  if (early) first += bytes;
  console.log(`${String(bytes).padStart(8)}  ${early ? "first" : "later"}  ${name}`);
}
console.log(`${String(first).padStart(8)}  for the first view, 300000 allowed\n${String(all).padStart(8)}  in all, 500000 allowed`);
const outside = files.filter((file) => /\.(html|css)$/.test(file)).flatMap((file) => readFileSync(file, "utf8").match(/(?:src|href)="https?:[^"]*|url\(["']?(?:https?:)?\/\/[^)]*/g) ?? []);
if (outside.length > 0) console.log(`Asks other machines: ${outside.join(", ")}`);
process.exit(first > 300_000 || all > 500_000 || outside.length > 0 ? 1 : 0);
