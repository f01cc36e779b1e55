import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CatalogError, type PaymentProvider } from '../../src/index.js'

const SECRET = 'b7c2e94f01d83a65b7c2e94f01d83a65'

const sign = (text: string): string => createHmac('sha256', SECRET).update(text).digest('hex')

const isSigned = (text: string, signature: string): boolean => {
  const [given, right] = [Buffer.from(signature, 'utf8'), Buffer.from(sign(text), 'utf8')]
  return given.length === right.length && timingSafeEqual(given, right)
}

interface Paid {
  readonly number: string
  readonly text: string
  readonly amount: number
  readonly at: string
}

/** A wallet as a provider of the shop: what a site writes for one that it has a contract with. */
export const senWallet = (api: string): PaymentProvider => ({
  id: 'sen',
  name: { vi: 'Ví Sen', en: 'Sen wallet' },
  hint: { vi: 'Trả ngay trong ví.', en: 'Paid at once in the wallet.' },
  async start({ id, amount, text, returnTo, noticeTo }, signal) {
    const body = JSON.stringify({ id, amount, text, returnTo, noticeTo })
    const answer = await fetch(`${api}/payments`, { method: 'POST', headers: { sign: sign(body) }, body, signal })
    if (!answer.ok) throw new Error(`Sen answers ${answer.status}`)
    return { redirect: ((await answer.json()) as { page: string }).page }
  },
  readNotice({ kind, query, body, header }) {
    const [said, signature] = kind === 'notice' ? [body, header('sign')] : [query.get('said'), query.get('sign')]
    if (!said || !signature || !isSigned(said, signature))
      throw new CatalogError('NOTICE_NOT_PROVED', { details: { provider: 'Sen' } })
    const { number, text, amount, at } = JSON.parse(said) as Paid
    return amount === 0 ? null : { reference: number, text, amount, paidAt: new Date(at) }
  },
  async refund({ id, reference, amount }, signal) {
    const body = JSON.stringify({ id, number: reference, amount })
    const answer = await fetch(`${api}/refunds`, { method: 'POST', headers: { sign: sign(body) }, body, signal })
    if (!answer.ok) throw new Error(`Sen answers ${answer.status}`)
    return { reference: ((await answer.json()) as { refund: string }).refund }
  },
  answer: (outcome) => ({
    status: 200,
    type: 'application/json',
    body: JSON.stringify({ taken: outcome ?? 'nothing' }),
  }),
})

interface Begun {
  readonly id: string
  readonly amount: number
  readonly text: string
  readonly returnTo: string
  readonly noticeTo: string
}

interface Refunded {
  readonly id: string
  readonly number: string
  readonly amount: number
}

/** The wallet's own server: begins payments, tells the shop of them, sends buyers back, and money once for each id. */
export class SenServer {
  readonly begun: Begun[] = []
  readonly refunds = new Map<string, Refunded>()
  /** How often a refund was asked for. */
  asked = 0
  isDown = false
  #server: Server | null = null
  #origin = ''

  get origin(): string {
    return this.#origin
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString('utf8')))
      request.on('end', () => {
        const isRight = !this.isDown && isSigned(body, String(request.headers['sign']))
        response.writeHead(isRight ? 201 : 503, { 'content-type': 'application/json' })
        response.end(JSON.stringify(isRight ? this.#take(request.url ?? '', body) : {}))
      })
    })
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve))
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  #take(path: string, body: string): object {
    if (path === '/payments') {
      this.begun.push(JSON.parse(body) as Begun)
      return { page: `${this.#origin}/pay/${this.begun.length}` }
    }
    const refund = JSON.parse(body) as Refunded
    this.asked += 1
    if (!this.refunds.has(refund.id)) this.refunds.set(refund.id, refund)
    return { refund: `BACK-${refund.id}` }
  }

  /** Tells the shop of money for the payment that was begun last; what is stated here is told in place of what is due. */
  async tell(fields: Partial<Paid> = {}, isForged = false): Promise<{ status: number; taken: unknown }> {
    const { noticeTo } = this.#last()
    const body = this.#paid(fields)
    const headers = { 'content-type': 'application/json', sign: sign(isForged ? 'something else' : body) }
    const answer = await fetch(noticeTo, { method: 'POST', headers, body })
    return { status: answer.status, taken: ((await answer.json()) as { taken?: unknown }).taken }
  }

  /** The address, within the shop, to which the wallet sends the buyer back once it is paid. */
  back(isForged = false): string {
    const said = this.#paid({})
    const query = new URLSearchParams({ said, sign: isForged ? 'ab'.repeat(32) : sign(said) })
    return `${new URL(this.#last().returnTo).pathname}?${query.toString()}`
  }

  #last(): Begun {
    const last = this.begun.at(-1)
    if (!last) throw new Error('no payment was begun')
    return last
  }

  #paid(fields: Partial<Paid>): string {
    const { amount, text, id } = this.#last()
    return JSON.stringify({ number: `SEN-${id}`, amount, text, at: '2026-11-22T05:00:00Z', ...fields })
  }

  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }
}
