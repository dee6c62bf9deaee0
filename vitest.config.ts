import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 180_000,
    // Every core: the default leaves one idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    globalSetup: 'test/rules-once.ts',
    coverage: { provider: 'v8', include: ['src/**', 'cli/**'] },
  },
})
