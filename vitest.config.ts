import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/pooler/**'],
    env: { TZ: 'Asia/Ho_Chi_Minh' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['./tests/support/find-browser.ts'],
    reporters: ['default', './tests/closing-line.ts'],
  },
})
