import { defineConfig } from 'vitest/config'

/**
 * Folders whose tests read and write nothing outside the test: no process, environment or folder of its own. They share
 * what a process has loaded, which is most of the time that a small file takes.
 */
const PURE = [
  'cases',
  'catalog',
  'ccl',
  'de-minimis',
  'derive',
  'facts',
  'lint',
  'logic',
  'ownership',
  'proposal',
  'rollout',
  'rules',
  'screening',
  'stages',
  'tables',
].map((folder) => `test/${folder}/**/*.test.ts`)

const shared = { testTimeout: 180_000, globalSetup: 'test/rules-once.ts' }

export default defineConfig({
  test: {
    // Every core: the default leaves one idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      { test: { ...shared, name: 'pure', include: PURE, isolate: false } },
      {
        test: {
          ...shared,
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, 'test/soak/**'],
        },
      },
      // Runs that are killed, servers, and other zones and languages: `.ci/soak`, and no part of `npm test`.
      { test: { ...shared, name: 'soak', include: ['test/soak/**/*.test.ts'] } },
    ],
    coverage: { provider: 'v8', include: ['src/**', 'cli/**'] },
  },
})
