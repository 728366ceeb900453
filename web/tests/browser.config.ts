import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/browser/*.test.ts"], globalSetup: ["tests/browser/server.ts"], environment: "node", testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false },
});
