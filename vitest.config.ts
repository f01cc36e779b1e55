import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LONGEST_TEST_MS, PATIENCE } from './tests/support/patience.js'

/**
 * Folders whose tests run in the test's own process and leave nothing behind in it: their files load the shop once
 * together, which takes a third off their time.
 */
const TOGETHER =
  'access,api,care,catalog,client,desk,exchange,http,links,media,outbound,reports,site,storefront,trade'.split(',')
const together = TOGETHER.map((folder) => `tests/${folder}/**/*.test.ts`)

export default defineConfig({
  test: {
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    testTimeout: LONGEST_TEST_MS,
    hookTimeout: LONGEST_TEST_MS,
    expect: { poll: PATIENCE },
    // A test often waits for a browser, a server or a disk, so two run on two processors, too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './tests/closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/pooler/**', ...together],
          globalSetup: ['./tests/support/find-browser.ts'],
        },
      },
    ],
  },
})
