import { load, type Demand, type Limit, type Load } from './load.js'
import type { Program } from './program.js'

/** A server that is asked for the same thing as others. */
export interface Contender extends Demand {
  readonly server: Program
  /** Waits for the answer to every request, so that what they did can be checked: so many requests, not so many seconds. */
  readonly isCounted?: boolean
}

/** What came of it. Milliseconds. */
export interface Score {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Processor time of the server for one answer. */
  readonly cpu: number
  readonly failed: number
}

const ROUNDS = 3
/**
 * Answers of each server before it is measured: one runs for weeks, and the work of a search is compiled to the end only
 * after some thousand of them. So many for each page, since by the clock the slow ones would be measured cold.
 */
export const WARM_ANSWERS = 4000
/** Of what is counted, which may take seconds for one answer. */
const WARM_ANSWERS_EACH = 3

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

/** The middle one of an odd number of values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Nineteen of twenty answers take no longer. */
export const p95 = ({ latencies }: Pick<Load, 'latencies'>): number => quantile(latencies, 0.95)

type Round = Load & { readonly cpu: number }

const rateOf = ({ answered, seconds }: Load): number => answered / seconds

async function playRound({ server, ...demand }: Contender, limit: Limit): Promise<Round> {
  const before = await server.cpu()
  const outcome = await load(server.origin, demand, limit)
  return { ...outcome, cpu: (await server.cpu()) - before }
}

/** Warms a server up and says how long its rounds are to be. */
async function limitOf(contender: Contender, seconds: number): Promise<Limit> {
  const { connections, isCounted } = contender
  const outcome = await playRound(contender, { amount: isCounted ? connections * WARM_ANSWERS_EACH : WARM_ANSWERS })
  return isCounted ? { amount: Math.max(connections, Math.round(rateOf(outcome) * seconds)) } : { seconds }
}

const toScore = (rounds: readonly Round[]): Score => {
  const latencies = rounds.flatMap((round) => round.latencies)
  return {
    perSecond: median(rounds.map(rateOf)),
    p50: median(latencies),
    p99: quantile(latencies, 0.99),
    cpu: sum(rounds.map(({ cpu }) => cpu)) / latencies.length,
    failed: sum(rounds.map(({ failed }) => failed)),
  }
}

/**
 * Loads servers in turn, several rounds, so that whatever else the machine does meets all of them alike.
 *
 * @param seconds - For each server, over all rounds.
 */
export async function contest<N extends string>(
  contenders: Readonly<Record<N, Contender>>,
  seconds: number,
): Promise<Record<N, Score>> {
  const entered = []
  for (const [name, contender] of Object.entries<Contender>(contenders))
    entered.push({ name, contender, limit: await limitOf(contender, seconds / ROUNDS), rounds: [] as Round[] })
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { contender, limit, rounds } of entered) rounds.push(await playRound(contender, limit))
  return Object.fromEntries(entered.map(({ name, rounds }) => [name, toScore(rounds)])) as Record<N, Score>
}
