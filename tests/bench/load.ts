import autocannon from 'autocannon'

export type Request = autocannon.Request

/** What a server is asked, over and over, by so many connections at once. */
export interface Demand {
  readonly connections: number
  /** Of all together; as fast as they are answered by default. */
  readonly perSecond?: number
  /** Asked over and over, each connection a part of them. */
  readonly requests: readonly Request[]
}

export type Limit = { readonly seconds: number } | { readonly amount: number }

/** How a server answered. */
export interface Load {
  readonly answered: number
  /** Answers other than success, broken connections, requests without an answer. */
  readonly failed: number
  readonly seconds: number
  /** Of each answer, in milliseconds. */
  readonly latencies: readonly number[]
}

/** A scan of a large catalog takes seconds. */
const TIMEOUT_SECONDS = 60

/**
 * What one of the connections asks. No more than its part: the client builds all that a connection may ask while those before
 * it are already waited for.
 */
const partOf = (requests: readonly Request[], connection: number, connections: number): Request[] => {
  const at = (number: number): number => Math.floor((number * requests.length) / connections)
  return requests.slice(at(connection), Math.max(at(connection + 1), at(connection) + 1))
}

/** Loads a server on this machine for so many seconds, or with so many requests. */
export async function load(origin: string, { connections, perSecond, requests }: Demand, limit: Limit): Promise<Load> {
  const latencies: number[] = []
  const started = performance.now()
  let finished = started
  let client = 0
  const { errors, non2xx } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections,
        sampleInt: 100,
        ...(perSecond ? { overallRate: perSecond } : {}),
        timeout: TIMEOUT_SECONDS,
        ...('amount' in limit ? { amount: limit.amount } : { duration: limit.seconds }),
        requests: requests.slice(0, 1),
        setupClient: (one) => {
          if (requests.length > 1) one.setRequests(partOf(requests, client++, connections))
        },
      },
      (error: unknown, result) => {
        if (error) reject(new Error(`${origin} could not be loaded.`, { cause: error }))
        else resolve(result)
      },
    )
    instance.on('response', (_client, _status, _bytes, milliseconds) => {
      latencies.push(milliseconds)
      finished = performance.now()
    })
  })
  return {
    answered: latencies.length - non2xx,
    failed: non2xx + errors,
    seconds: (finished - started) / 1000,
    latencies,
  }
}
