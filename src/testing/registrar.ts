/** What a test may say of itself while it runs. */
export interface TestContext {
  /** Reports the test as skipped, with the reason. */
  skip(reason: string): void
}

/** The functions of a test framework that the suite needs; `vitest` and `node:test` have them under these names. */
export interface Runner {
  /** Groups tests under a name. */
  readonly describe: (name: string, register: () => void) => unknown
  /** Registers one test. */
  readonly it: (name: string, run: (context: TestContext) => Promise<void> | void) => unknown
  /** Registers what is done after each test of the group. */
  readonly afterEach: (run: () => Promise<void>) => unknown
}

/** A test that an adapter does not pass, and why. */
export interface Skip {
  /** The test's own name, without that of the suite. */
  readonly test: string
  /** Reported in the place of a result. */
  readonly reason: string
}

export type Test = (name: string, run: () => Promise<void>) => void

/** Registers tests; those that are skipped say why when they are run, and a skip that fits no test is a mistake. */
export function registrar(it: Runner['it'], skips: readonly Skip[]): { test: Test; checkSkips: () => void } {
  const unused = new Set(skips.map(({ test }) => test))
  return {
    test(name, run) {
      const skipped = skips.find(({ test }) => test === name)
      unused.delete(name)
      if (skipped) it(name, (context) => context.skip(skipped.reason))
      else it(name, () => run())
    },
    checkSkips() {
      if (unused.size > 0) throw new Error(`There is no such test to skip: ${[...unused].join('; ')}`)
    },
  }
}
