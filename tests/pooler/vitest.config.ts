import { defineConfig } from 'vitest/config'

/** What needs a PgBouncer, which no package of npm brings: `npm run test:pooler`. */
export default defineConfig({
  test: {
    include: ['tests/pooler/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/closing-line.ts'],
  },
})
