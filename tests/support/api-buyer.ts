import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { recipient } from './shop.js'

export interface Answer {
  /** 0 when no answer came. */
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
}

let buyers = 0

/** A mobile number that goes with a key, so that the order that is sent again is the same to the letter. */
function phoneOf(key: string): string {
  const number = createHash('sha256').update(key).digest().readUInt32BE() % 1_000_000
  return `0905${String(number).padStart(6, '0')}`
}

/** An order of one line by way of the API, as a buyer with an address and a phone of its own; an answer that never comes is status 0. */
export async function orderByApi(
  origin: string,
  { key, sku, quantity = 1, lang = 'vi' }: { key: string; sku: string; quantity?: number; lang?: 'vi' | 'en' },
): Promise<Answer> {
  buyers += 1
  try {
    const answer = await fetch(`${origin}/api/v1/orders?lang=${lang}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-forwarded-for': `10.${(buyers >> 16) & 255}.${(buyers >> 8) & 255}.${buyers & 255}`,
      },
      body: JSON.stringify({
        lines: [{ sku, quantity }],
        recipient: { ...recipient(), phone: phoneOf(key) },
        adult: true,
      }),
    })
    return { code: '', title: '', detail: '', ...((await answer.json()) as Partial<Answer>), status: answer.status }
  } catch {
    return { status: 0, code: '', title: '', detail: '' }
  }
}

/** The same, as a buyer who comes again when told that too many wait, as happens where the machine is slow. */
export async function orderPatiently(origin: string, wish: Parameters<typeof orderByApi>[1]): Promise<Answer> {
  for (;;) {
    const answer = await orderByApi(origin, wish)
    if (answer.code !== 'BUSY') return answer
    await sleep(500)
  }
}
