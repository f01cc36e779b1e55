import type { Reporter, TestModule } from 'vitest/node'

/**
 * Ends the run with `N passed, N failed`, and says above of each skipped test which one it was. What fails outside a test,
 * such as a set-up, a clearing away or an error that nobody caught, is counted among the failed as well.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    const broken = modules
      .flatMap((module) => [module, ...module.children.allSuites()])
      .filter((group) => group.errors().length > 0)
    const skipped = inState('skipped')
    for (const test of skipped) console.log(`NOT TESTED: ${test.fullName} ${reason(test.result())}`)
    if (skipped.length > 0) console.log(`${skipped.length} skipped`)
    const failed = inState('failed').length + broken.length + unhandled.length
    console.log(`\n${inState('passed').length} passed, ${failed} failed`)
  }
}

const reason = (result: unknown): string => {
  const note = (result as { note?: string }).note
  return note ? `(${note})` : ''
}
