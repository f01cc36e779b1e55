import { Random } from '../simulation/random.js'
import { checkAnswer } from './check-answer.js'
import { Doors, type Door } from './doors.js'
import { forge } from './forge.js'
import type { FuzzShop } from './fuzz-shop.js'
import { ROLES, type Role } from './people.js'
import { headerOf, sendRaw, type RawAnswer, type RawRequest } from './raw-client.js'

export interface Tally {
  inputs: number
  /** Answers 4xx. */
  refused: number
  /** The slowest answer in milliseconds. */
  slowest: number
}

export interface Fault {
  readonly door: string
  readonly role: Role
  readonly what: string
  readonly request: string
}

export interface FuzzResult {
  readonly doors: ReadonlyMap<string, Tally>
  readonly faults: readonly Fault[]
  readonly seconds: number
}

export interface FuzzPlan {
  readonly seed: number
  readonly inputs: number
  /** Milliseconds after which an answer is a fault, when it takes as long again by itself. */
  readonly slow: number
  /** Ends early after so many seconds. */
  readonly seconds?: number
}

const AT_ONCE = 6
const PAGES_READ = 60
/** Faults of one kind at one door are told once. */
const MOST_FAULTS = 50

/** Which roles get to the pages behind a door. */
const VISITORS: Readonly<Record<Door['front'], readonly Role[]>> = {
  shop: ['nobody', 'shopper'],
  account: ['owner', 'administrator'],
  office: ['administrator', 'reviewer', 'importer', 'viewer'],
  producer: ['owner', 'staff'],
}

class Fuzzer {
  readonly doors = new Doors()
  readonly tallies = new Map<string, Tally>()
  readonly faults = new Map<string, Fault>()
  readonly #random: Random
  readonly #people = new Map<Role, string[]>()

  constructor(
    private readonly shop: FuzzShop,
    private readonly plan: FuzzPlan,
  ) {
    this.#random = new Random(plan.seed)
    for (const [role, cookies] of shop.cookies) this.#people.set(role, [...cookies])
  }

  get isAlive(): boolean {
    return this.shop.server.process.exitCode === null && this.shop.server.process.signalCode === null
  }

  cookieOf(role: Role): string {
    return this.#people.get(role)?.[0] ?? ''
  }

  /** Reads pages as each role does, from the first page on: where links lead, what forms there are. */
  async explore(): Promise<void> {
    for (const role of ROLES) {
      const start = VISITORS.office.includes(role) ? '/office' : VISITORS.producer.includes(role) ? '/producer' : '/'
      const waiting = ['/account', start, '/cart', '/orders', '/feedback', '/my-data', '/products', '/account/sign-in']
      const seen = new Set<string>()
      while (seen.size < PAGES_READ && waiting.length > 0) {
        const address = waiting.splice(this.#random.between(0, waiting.length - 1), 1)[0] ?? ''
        const door = this.doors.find('GET', address)
        if (seen.has(address) || !door) continue
        seen.add(address)
        const headers: [string, string][] = [['Cookie', this.cookieOf(role)]]
        const request = { method: 'GET', target: address, headers, body: null }
        const answer = await sendRaw(this.shop.server.origin, request)
        this.judge(door, role, request, answer)
        if (headerOf(answer, 'content-type')?.startsWith('text/html'))
          waiting.push(...this.doors.learn(answer.body, address))
      }
    }
  }

  /** Every door in turn, by somebody who may enter it or by anybody else. */
  async attack(number: number): Promise<void> {
    const door = this.doors.all[number % this.doors.all.length] as Door
    const role = this.#random.chance(0.85) ? this.#random.pick(VISITORS[door.front]) : this.#random.pick(ROLES)
    const request = forge(door, this.cookieOf(role), this.#random)
    const answer = await this.#sendAgainIfSlow(request)
    this.judge(door, role, request, answer)
    this.#followSession(role, request, answer)
    if (answer.status === 200 && headerOf(answer, 'content-type')?.startsWith('text/html') && this.#random.chance(0.1))
      this.doors.learn(answer.body, request.target)
  }

  /** What is slow once may have waited for the machine or for a turn to hash a password; slow three times is slow by itself. */
  async #sendAgainIfSlow(request: RawRequest): Promise<RawAnswer> {
    let best = await sendRaw(this.shop.server.origin, request)
    for (let again = 0; again < 2 && best.milliseconds >= this.plan.slow && !best.isHanging; again += 1) {
      const next = await sendRaw(this.shop.server.origin, request)
      if (next.milliseconds < best.milliseconds) best = next
    }
    return best
  }

  judge(door: Door, role: Role, request: RawRequest, answer: RawAnswer): void {
    const tally = this.tallies.get(door.name) ?? { inputs: 0, refused: 0, slowest: 0 }
    this.tallies.set(door.name, tally)
    tally.inputs += 1
    if (answer.status >= 400 && answer.status < 500) tally.refused += 1
    tally.slowest = Math.max(tally.slowest, answer.milliseconds)
    const faults = [...checkAnswer(request, answer)]
    if (answer.milliseconds > this.plan.slow) faults.push(`slow: ${Math.round(answer.milliseconds)} ms`)
    if (!this.isAlive) faults.push('the process has ended')
    for (const what of faults) {
      const key = `${door.name} ${what.replace(/\d+ ms/, '')}`
      if (this.faults.size < MOST_FAULTS && !this.faults.has(key))
        this.faults.set(key, { door: door.name, role, what, request: describeRequest(request) })
    }
  }

  /** A session that is renewed goes on; who was signed out makes room for the next person of the role. */
  #followSession(role: Role, request: RawRequest, answer: RawAnswer): void {
    const people = this.#people.get(role) ?? []
    if (!people[0]?.startsWith('session=')) return
    const [, renewed] =
      answer.headers
        .map(([name, value]) => name === 'set-cookie' && /^session=([^;]{20,})/.exec(value))
        .find(Boolean) || []
    const sent = request.headers.some(([name, value]) => name === 'Cookie' && value === people[0])
    if (renewed !== undefined && sent) people[0] = `session=${renewed}`
    else if (answer.status === 401 && sent && people.length > 1) people.shift()
  }
}

function describeRequest({ method, target, headers, body }: RawRequest): string {
  const told = headers.map(([name, value]) => `${name}: ${value.slice(0, 200)}`).join(' | ')
  return `${method} ${target.slice(0, 500)} | ${told} | ${body?.toString('latin1', 0, 1500) ?? ''}`
}

/** Sends seeded hostile requests to every door of a running shop and tells what it did wrong. */
export async function fuzz(shop: FuzzShop, plan: FuzzPlan): Promise<FuzzResult> {
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  const fuzzer = new Fuzzer(shop, plan)
  await fuzzer.explore()
  let number = 0
  const goOn = async (): Promise<void> => {
    while (number < plan.inputs && fuzzer.isAlive && seconds() < (plan.seconds ?? Infinity)) {
      number += 1
      await fuzzer.attack(number)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  // What was stored by then stands on pages that everybody reads.
  if (fuzzer.isAlive) await fuzzer.explore()
  return { doors: fuzzer.tallies, faults: [...fuzzer.faults.values()], seconds: seconds() }
}
