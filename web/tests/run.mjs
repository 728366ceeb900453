// run.mjs types|unit|weight|browser [PROGRAM]: one of the page's tests, for ctest. Exit status 77 is skipped.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const [test, program] = process.argv.slice(2);
const commands = {
  types: ["node_modules/typescript/bin/tsc", "--noEmit"],
  unit: ["node_modules/vitest/vitest.mjs", "run"],
  weight: ["tests/weight.mjs"],
  browser: ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/browser.config.ts"],
};

const lacking = !existsSync(`${web}node_modules`) ? "web/node_modules" : !existsSync(`${web}dist/index.html`) && test !== "types" && test !== "unit" ? "web/dist" : "";
const chromium = process.env.PARAPH_CHROMIUM ?? "/usr/bin/chromium";
if (test === "browser" && !existsSync(chromium)) {
  console.log(`${chromium} is not there: it is Debian's package chromium; PARAPH_CHROMIUM names another`);
  process.exit(process.env.PARAPH_PAGE_TESTS === "required" ? 1 : 77);
}
if (lacking) {
  console.log(`${lacking} is not there: ./dev build makes it with npm`);
  process.exit(process.env.PARAPH_PAGE_TESTS === "required" ? 1 : 77);
}
const done = spawnSync(process.execPath, commands[test], { cwd: web, stdio: "inherit", env: { ...process.env, ...(program ? { PARAPH_PROGRAM: program } : {}) } });
process.exit(done.status ?? 1);
