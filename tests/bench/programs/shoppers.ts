import { Agent, get } from 'node:http'
import { createRandom } from '../generator.js'
import type { Felt, Visits } from '../shoppers.js'
import { receiveSetup } from './listen.js'

/**
 * Opens pages at random moments, as people do who know nothing of each other, whether or not those before are answered:
 * shoppers who waited for a slow shop would not come while it is slowest, and would not be counted.
 */
const { origin, shoppers, perSecond, paths } = await receiveSetup<Visits>()
const random = createRandom(1)
// As many connections as a browser opens.
const browsers = Array.from({ length: shoppers }, () => new Agent({ keepAlive: true, maxSockets: 6 }))
const TIMEOUT_MS = 60_000

interface Window {
  readonly latencies: number[]
  failed: number
  waiting: number
}
const open = (): Window => ({ latencies: [], failed: 0, waiting: 0 })
let current = open()

function visit(shopper: number, path: string): void {
  const felt = current
  const started = performance.now()
  felt.waiting += 1
  let isOver = false
  const end = (isServed: boolean): void => {
    if (isOver) return
    isOver = true
    felt.waiting -= 1
    felt.latencies.push(performance.now() - started)
    if (!isServed) felt.failed += 1
  }
  const headers = { 'accept-encoding': 'gzip, br', 'x-forwarded-for': `198.51.100.${shopper}` }
  const request = get(`${origin}${path}`, { agent: browsers[shopper], headers, timeout: TIMEOUT_MS }, (response) => {
    response.resume().on('close', () => end(response.statusCode === 200 && response.complete))
  })
  request.on('timeout', () => request.destroy())
  request.on('error', () => end(false))
}

let next = 0
let due = performance.now()
setInterval(() => {
  for (; due <= performance.now(); due += (-Math.log(1 - random()) * 1000) / perSecond) {
    visit(next % shoppers, paths[next % paths.length] ?? '/')
    next += 1
  }
}, 1)

process.on('message', (seconds: number) => {
  const felt = open()
  current = felt
  setTimeout(() => {
    current = open()
    const look = setInterval(() => {
      if (felt.waiting > 0) return
      clearInterval(look)
      process.send?.({ latencies: felt.latencies, failed: felt.failed } satisfies Felt)
    }, 20)
  }, seconds * 1000)
})
process.once('disconnect', () => process.exit())
process.send?.('coming')
