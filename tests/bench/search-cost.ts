import { setTimeout } from 'node:timers/promises'
import type { SearchDocument } from '../../src/search/index-port.js'
import type { Synonyms } from '../../src/search/synonym.js'
import { createSearchIndex } from './built.js'
import { ours, type Engine } from './search-engines.js'
import { quantile, timed, type JudgedSet } from './search-judge.js'
import { slowest } from './search-report.js'
import { figure } from './table.js'

const ROUNDS = 5
const CHANGES = 300

/** What the index takes: suggestions p99, time to build, longest step while building, a change, megabytes. */
export async function indexCost(
  { documents, queries }: JudgedSet,
  synonyms: readonly Synonyms[],
): Promise<{ readonly engine: Engine; readonly figures: readonly string[] }> {
  const before = await memory()
  const { value: made, milliseconds: built } = timed(() => {
    const made = ours(documents, synonyms)
    made.engine.search('')
    return made
  })
  const megabytes = ((await memory()) - before) / 1e6
  const longest = longestBlock(documents, synonyms)
  const typed = queries.filter(({ text }) => text.length < 60).map(({ text }) => text.slice(0, 2 + (text.length % 7)))
  typed.forEach((text) => made.index.suggest(text, 8))
  const suggestions = typed.map((text) => ({
    text,
    milliseconds: Math.min(
      ...Array.from({ length: ROUNDS }, () => timed(() => made.index.suggest(text, 8)).milliseconds),
    ),
  }))
  console.log(slowest('Slowest suggestions', suggestions))
  const changes = documents.slice(0, CHANGES).map((document, i) => {
    const renamed = { ...document, name: `${document.name} ${i % 7}` }
    const { milliseconds } = timed(() => {
      made.index.put(renamed)
      made.engine.search(renamed.name)
    })
    made.index.put(document)
    return milliseconds
  })
  made.engine.search('')
  return {
    engine: made.engine,
    figures: [
      quantile(
        suggestions.map(({ milliseconds }) => milliseconds),
        0.99,
      ),
      built,
      longest,
      quantile(changes, 0.99),
      megabytes,
    ].map(figure),
  }
}

/** The longest that a shop's other work waits while the index is built in steps, as the site builds it. */
function longestBlock(documents: readonly SearchDocument[], synonyms: readonly Synonyms[]): number {
  const index = createSearchIndex({ synonyms })
  let longest = 0
  for (const document of documents) longest = Math.max(longest, timed(() => index.put(document)).milliseconds)
  for (const steps = index.settle(); ;) {
    const { value, milliseconds } = timed(() => steps.next())
    longest = Math.max(longest, milliseconds)
    if (value.done) return longest
  }
}

/** What is still in use when all that can be freed is. Buffers go a little later than what held them. */
async function memory(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.()
    await setTimeout(50)
  }
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
}
