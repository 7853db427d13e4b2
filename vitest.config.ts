import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    globalSetup: [
      'test/build-program.ts',
      'test/database-server.ts',
      'test/browser-setup.ts',
      'test/second-verifier-setup.ts',
    ],
    // Long, for a machine that is busy with something else: what never comes fails all the same.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
