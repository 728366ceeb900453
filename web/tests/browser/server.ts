// Runs the built program for the tests; PARAPH_SERVER names one that runs already.
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import type { TestProject } from "vitest/node";

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });

let child: ChildProcess | undefined;

/** Starts `paraph serve` on a free port and waits until it is ready. */
export async function start(program: string): Promise<{ base: string; child: ChildProcess }> {
  const base = `http://127.0.0.1:${await freePort()}`;
  let log = "";
  const server = spawn(program, ["serve", "--listen", base.slice("http://".length), "--access-log", "none"], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (bytes: Buffer) => (log = (log + bytes.toString()).slice(-4000)));
  for (let turn = 0; turn < 300; ++turn) {
    if (server.exitCode !== null) break;
    const ready = await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return { base, child: server };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  throw new Error(`${program} serve is not ready:\n${log}`);
}

export async function setup(project: TestProject): Promise<void> {
  let base = process.env["PARAPH_SERVER"];
  if (!base) {
    const program = process.env["PARAPH_PROGRAM"];
    if (!program) throw new Error("PARAPH_PROGRAM names no program");
    const started = await start(program);
    child = started.child;
    base = started.base;
  }
  project.provide("base", base);
}

export function teardown(): void {
  child?.kill("SIGTERM");
}

declare module "vitest" {
  export interface ProvidedContext {
    base: string;
  }
}
