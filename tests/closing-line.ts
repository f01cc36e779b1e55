import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with `N passed, N failed`, and says of each skipped test which one it was. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string) => tests.filter((test) => test.result().state === state)
    const broken = modules.filter(
      (module) => module.errors().length > 0 && [...module.children.allTests()].length === 0,
    )
    const skipped = inState('skipped')
    for (const test of skipped) console.log(`NOT TESTED: ${test.fullName} ${reason(test.result())}`)
    const failed = inState('failed').length + broken.length
    const counts = [`${inState('passed').length} passed`, `${failed} failed`]
    if (skipped.length > 0) counts.push(`${skipped.length} skipped`)
    console.log(`\n${counts.join(', ')}`)
  }
}

const reason = (result: unknown): string => {
  const note = (result as { note?: string }).note
  return note ? `(${note})` : ''
}
