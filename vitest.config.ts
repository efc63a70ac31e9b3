import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Stores start a database and the machine that checks has two cores: slow is not wrong.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    exclude: [...configDefaults.exclude, "dist/**", ".cache/**"],
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["src/**/*.test.{ts,tsx}", "test/*.test.ts"],
          environment: "node",
          globalSetup: ["test/prepare-databases.ts"],
        },
      },
      {
        extends: true,
        test: {
          // Walks through a browser against the built server: one at a time.
          name: "flows",
          include: ["test/flows/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
