import { defineConfig } from 'vitest/config'
import { LONGEST_TEST_MS, PATIENCE } from '../support/patience.js'

/** What needs a PgBouncer, which no package of npm brings: `npm run test:pooler`. */
export default defineConfig({
  test: {
    include: ['tests/pooler/*.test.ts'],
    testTimeout: LONGEST_TEST_MS,
    hookTimeout: LONGEST_TEST_MS,
    expect: { poll: PATIENCE },
    reporters: ['default', './tests/closing-line.ts'],
  },
})
