import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { system } from '../../src/access/actor.js'
import { createCatalog } from '../../src/index.js'
import { PASSWORD } from '../http/signed-in.js'
import { cart, newKey, recipient, stockShop } from '../support/shop.js'
import { ShopProcess } from '../support/shop-process.js'
import { median } from './contest.js'
import { inBenchFolder } from './shop-folder.js'
import { figure, type Table } from './table.js'

/** So often each question is asked about somebody known, and as often about nobody. */
const TRIES = 60
const PROMISED_MS = 50

type Fields = Readonly<Record<string, string>>

/** A form that is not to tell whether an account or an order is known. */
interface Question {
  readonly name: string
  readonly path: string
  readonly ask: (index: number, isKnown: boolean) => Fields
}

const known = (index: number): string => `0905${String(200_000 + index)}`
const unknown = (index: number): string => `0906${String(300_000 + index)}`
const phone = (index: number, isKnown: boolean): string => (isKnown ? known(index) : unknown(index))

/** Accounts that nobody has tried yet, and one order; its code. */
async function furnish(data: string): Promise<string> {
  const catalog = await createCatalog({ folder: data })
  const { own, people } = catalog.accounts
  for (let index = 0; index < TRIES; index += 1) {
    const invitation = { name: `Người ${index}`, phone: known(index), memberships: [] }
    await own.choosePassword((await people.invite(system('bench'), invitation)).token, PASSWORD)
  }
  await stockShop(catalog)
  const { order } = await catalog.placeOrder({
    cart: cart(['CF-250', 1]),
    recipient: recipient(),
    idempotencyKey: newKey(),
    adult: true,
  })
  await catalog.close()
  return order.code
}

const questionsOf = (code: string): readonly Question[] => [
  {
    name: 'sign-in with a wrong password',
    path: '/account/sign-in',
    ask: (index, isKnown) => ({ identifier: phone(index, isKnown), password: 'đoán mò một lần', next: '' }),
  },
  {
    name: 'a forgotten password',
    path: '/account/forgotten',
    ask: (index, isKnown) => ({ identifier: phone(index, isKnown) }),
  },
  {
    name: 'a new account of a producer',
    path: '/account/register',
    ask: (index, isKnown) => ({
      producerName: `Cơ sở thử ${index}`,
      kind: 'cooperative',
      province: '2025-07:66',
      address: '',
      note: '',
      name: 'Y Bhiông',
      phone: isKnown ? known(index) : `0907${String(400_000 + index)}`,
      password: 'năm con trâu vàng',
    }),
  },
  {
    name: 'an order, with the phone number of somebody else',
    path: '/orders',
    ask: (index, isKnown) => ({
      code: isKnown ? code : `7K2M9-QX4${'23456789'[index % 8] ?? ''}B`,
      phone: unknown(index),
    }),
  },
]

/** How much longer the answer about a known account or order takes than that about an unknown one. */
export const benchDiscovery = (faults: string[]): Promise<Table> =>
  inBenchFolder((folder) => measure(join(folder, 'data'), faults))

async function measure(data: string, faults: string[]): Promise<Table> {
  const code = await furnish(data)
  await writeFile(join(data, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
  const shop = await ShopProcess.start(data)
  let address = 0
  /** Asks from an address of its own, so that no limit has anything to count. */
  const timeOf = async (path: string, fields: Fields): Promise<{ ms: number; status: number }> => {
    address += 1
    const started = performance.now()
    const answer = await fetch(shop.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': `10.30.${address >> 8}.${address & 255}` },
      body: new URLSearchParams(fields),
    })
    await answer.arrayBuffer()
    return { ms: performance.now() - started, status: answer.status }
  }
  const rows: string[][] = []
  for (const { name, path, ask } of questionsOf(code)) {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    const statuses = new Set<number>()
    for (let index = 0; index < TRIES; index += 1)
      for (const isKnown of index % 2 === 0 ? [true, false] : [false, true]) {
        const { ms, status } = await timeOf(path, ask(index, isKnown))
        times[isKnown ? 'known' : 'unknown'].push(ms)
        statuses.add(status)
      }
    if (statuses.size > 1 || statuses.has(429)) faults.push(`${name}: statuses ${[...statuses].join(', ')}`)
    const [one, other] = [median(times.known), median(times.unknown)]
    rows.push([name, String([...statuses][0]), figure(one), figure(other), figure(one - other)])
  }
  await shop.end('SIGTERM')
  return {
    title: 'What the time of an answer tells of accounts and orders',
    headings: ['question', 'status', 'known, ms', 'unknown, ms', 'difference, ms'],
    rows,
    note: `Medians of ${TRIES} questions each, in turn, each from another address and about another account. Wished for: the same answer, and at most ${PROMISED_MS} ms between them.`,
  }
}
