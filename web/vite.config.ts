import { defineConfig } from "vitest/config";
import { smallStates } from "./small_states";

// `npm run dev` shows the page from source; a `paraph serve` beside it answers.
const server = process.env["PARAPH_SERVER"] ?? "http://127.0.0.1:8377";

export default defineConfig({
  base: "./",
  plugins: [smallStates()],
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 450, reportCompressedSize: true },
  server: { fs: { allow: [".."] }, proxy: { "/v1": server, "/healthz": server, "/readyz": server } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
