import { setTimeout } from 'node:timers/promises'
import type { Synonyms } from '../../src/search/synonym.js'
import { atRest, inOwnThread, longestBlocks, withWorker, type Way } from './search-blocks.js'
import { ours, type Engine } from './search-engines.js'
import { quantile, timed, type JudgedSet } from './search-judge.js'
import { slowest } from './search-report.js'
import { figure } from './table.js'

const ROUNDS = 5
const CHANGES = 300
const LONGEST_TYPED = 60

/** What the index takes: suggestions p99, time to build, longest block while a worker builds and while it is built here, a change, megabytes. */
export async function indexCost(
  set: JudgedSet,
  synonyms: readonly Synonyms[],
): Promise<{ readonly engine: Engine; readonly figures: readonly string[] }> {
  const { documents, queries } = set
  const before = await memory()
  const { value: made, milliseconds: built } = timed(() => {
    const made = ours(documents, synonyms)
    made.engine.search('')
    return made
  })
  const megabytes = ((await memory()) - before) / 1e6
  const texts = queries.flatMap(({ text }) => (text.length < LONGEST_TYPED ? text : []))
  const longestBlock = async (way: Way): Promise<number> => {
    const found = await longestBlocks(way, { documents, synonyms, texts, besides: [set, made] })
    const blocks = found.blocks.map(figure).join(' ')
    console.log(`Longest blocks ${way.name}: ${blocks} ms; longest collection ${figure(found.longestCollection)} ms`)
    return Math.max(...found.blocks)
  }
  await longestBlock(atRest)
  const blocks = [await longestBlock(withWorker), await longestBlock(inOwnThread)]
  const typed = texts.map((text) => text.slice(0, 2 + (text.length % 7)))
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
      ...blocks,
      quantile(changes, 0.99),
      megabytes,
    ].map(figure),
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
