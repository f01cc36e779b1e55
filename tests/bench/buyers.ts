import { randomInt, randomUUID } from 'node:crypto'
import { everyNth } from './pages.js'
import type { Request } from './load.js'

/** The part of the shop's answer to an order that is checked. */
interface OrderAnswer {
  readonly code: string
  readonly shares: readonly { readonly lines: readonly { readonly sku: string; readonly quantity: number }[] }[]
}

interface Sent {
  readonly method: 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

const RECIPIENT = {
  name: 'Nguyễn Thị Hoa',
  province: '66',
  commune: '24133',
  street: '12 Lê Duẩn',
}
const MOST_LINES = 3
const MOST_UNITS = 4

let buyers = 0
/** Another address and another phone for every buyer: each of them may order so often and no more. */
function nextBuyer(): { readonly address: string; readonly phone: string } {
  buyers += 1
  return {
    address: `10.${(buyers >> 16) & 255}.${(buyers >> 8) & 255}.${buyers & 255}`,
    phone: `0905 ${String(buyers).padStart(6, '0')}`,
  }
}

/** Buyers who order at random, and what they were told. */
export class Buyers {
  readonly #sent: Sent[] = []
  readonly #answers: string[] = []

  constructor(
    private readonly path: string,
    private readonly skus: readonly string[],
  ) {}

  /** A request that is another order each time it is sent, under a key of its own. */
  get request(): Request {
    return {
      setupRequest: (request) => {
        const { headers, ...sent } = this.next()
        // Whoever sends it adds headers of its own, which a repeat must not have twice.
        return { ...request, ...sent, headers: { ...headers } }
      },
      onResponse: (status, body) => {
        if (status === 201) this.#answers.push(body)
      },
    }
  }

  next(): Sent {
    const chosen = new Set(Array.from({ length: randomInt(1, MOST_LINES + 1) }, () => randomInt(this.skus.length)))
    const lines = [...chosen].map((index) => ({ sku: this.skus[index], quantity: randomInt(1, MOST_UNITS + 1) }))
    const { address, phone } = nextBuyer()
    const sent: Sent = {
      method: 'POST',
      path: this.path,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'x-forwarded-for': address,
      },
      body: JSON.stringify({ lines, recipient: { ...RECIPIENT, phone }, adult: true }),
    }
    this.#sent.push(sent)
    return sent
  }

  /** Orders once and takes note of it. */
  async order(origin: string): Promise<unknown> {
    const answer = await post(origin, this.next())
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`An order was answered ${answer.status}: ${text}`)
    this.#answers.push(text)
    return JSON.parse(text)
  }

  /** Some of what was sent, sent once more. Gives the answers. */
  async repeat(origin: string, count: number): Promise<{ status: number; code: string }[]> {
    return Promise.all(
      everyNth(this.#sent, count).map(async (sent) => {
        const answer = await post(origin, sent)
        return { status: answer.status, code: ((await answer.json()) as OrderAnswer).code }
      }),
    )
  }

  /** Orders that were confirmed by now. */
  get count(): number {
    return this.#answers.length
  }

  get answers(): OrderAnswer[] {
    return this.#answers.map((text) => JSON.parse(text) as OrderAnswer)
  }
}

const post = (origin: string, { method, path, headers, body }: Sent): Promise<Response> =>
  fetch(`${origin}${path}`, { method, headers, body })
