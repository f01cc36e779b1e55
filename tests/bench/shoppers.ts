import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { median, p95, WARM_ANSWERS } from './contest.js'
import { fold } from './built.js'
import { generateCatalog } from './generator.js'
import { load } from './load.js'
import { everyNth, pageKinds } from './pages.js'
import { figure } from './table.js'

/** People in a shop: each of so many opens the next of the pages, so many a second of all together. */
export interface Visits {
  readonly origin: string
  readonly shoppers: number
  readonly perSecond: number
  readonly paths: readonly string[]
}

/** How they were served for a while. */
export interface Felt {
  /** From the request to the last byte, in milliseconds. */
  readonly latencies: readonly number[]
  /** Answers other than 200, broken connections, requests without an answer. */
  readonly failed: number
}

/** Quiet times of one run, each measured by itself. */
export interface Quiet {
  readonly p50: number
  /** The middle one: what else the machine did in one of them makes none of the others look better. */
  readonly p95: number
  readonly failed: number
  /** Of the p95 of each, in words. */
  readonly spread: string
}

/** Beyond so many times the middle one something else ran on the machine, and nothing can be said of the shop. */
const UNSTEADY = 3

export function toQuiet(times: readonly Felt[], faults: string[]): Quiet {
  const each = times.map(p95)
  const [middle, most] = [median(each), Math.max(...each)]
  if (most > UNSTEADY * middle)
    faults.push(
      `The machine was busy with something else: p95 of the quiet shop from ${figure(middle)} to ${figure(most)} ms.`,
    )
  return {
    p50: median(times.flatMap(({ latencies }) => latencies)),
    p95: middle,
    failed: times.reduce((sum, { failed }) => sum + failed, 0),
    spread: `${figure(Math.min(...each))} to ${figure(most)} ms`,
  }
}

const PROGRAM = fileURLToPath(new URL('./programs/shoppers.ts', import.meta.url))
/** Of each five pages that shoppers open, two are searches that nobody made before. */
const [PAGES, SEARCHES] = [3, 2]

/** What people type: a product and a province, each pair once. */
function searches(products: number, wanted: number): string[] {
  const catalog = generateCatalog(products)
  const made = new Set<string>()
  for (let index = 0; made.size < wanted; index += 1) {
    const round = Math.floor(index / products)
    const [what, where] = [catalog[index % products], catalog[(index * 7 + round) % products]]
    made.add(fold(`${what?.name ?? ''} ${where?.province ?? ''}`))
  }
  return [...made].map((text) => `/products?${new URLSearchParams({ q: text }).toString()}`)
}

/** Pages that others have opened before, and searches that nobody made, in turn. */
export async function shoppersPaths(origin: string, products: number, wanted: number): Promise<string[]> {
  const kinds = await pageKinds(origin, products)
  const some = (kind: string, count: number): string[] =>
    everyNth(kinds.find(({ name }) => name === kind)?.paths ?? [], count)
  const pages = [...some('home', 1), ...some('product list', 20), ...some('product page', 90)]
  const made = searches(products, Math.ceil((wanted * SEARCHES) / (PAGES + SEARCHES)))
  return Array.from({ length: wanted }, (_, index) => {
    const [round, place] = [Math.floor(index / (PAGES + SEARCHES)), index % (PAGES + SEARCHES)]
    const path = place < PAGES ? pages[(round * PAGES + place) % pages.length] : made[round * SEARCHES + place - PAGES]
    return path ?? '/'
  })
}

/** Shoppers in a process of their own, who come all the time until they are sent home. */
export class Shoppers {
  readonly #ended: Promise<never>

  private constructor(private readonly child: ChildProcess) {
    this.#ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The shoppers ended with ${String(code)}.`)
    })
    // Told to whoever waits for them.
    this.#ended.catch(() => undefined)
  }

  /** They come to a shop that has been open for long: one that has just been opened has compiled little of its work. */
  static async come(visits: Visits): Promise<Shoppers> {
    const { origin, paths } = visits
    const asked = paths.slice(-WARM_ANSWERS).map((path) => ({ path, headers: { 'accept-encoding': 'gzip, br' } }))
    const { failed } = await load(origin, { connections: 4, requests: asked }, { amount: asked.length })
    if (failed > 0) throw new Error(`${failed} pages were not served while nobody else came.`)
    const child = fork(PROGRAM, { serialization: 'advanced' })
    child.send(visits)
    await once(child, 'message')
    return new Shoppers(child)
  }

  /** What those feel who come within the next so many seconds. */
  async feel(seconds: number): Promise<Felt> {
    this.child.send(seconds)
    const [felt] = (await Promise.race([once(this.child, 'message'), this.#ended])) as [Felt]
    return felt
  }

  goHome(): void {
    this.child.disconnect()
  }
}
