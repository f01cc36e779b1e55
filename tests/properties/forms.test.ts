import { load } from 'cheerio'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORM_TOKEN, formToken } from '../../src/storefront/fronts/form-token.js'
import { checkAnswer } from '../fuzz/check-answer.js'
import { Doors, type Door, type Form } from '../fuzz/doors.js'
import { startFuzzShop, type FuzzShop } from '../fuzz/fuzz-shop.js'
import type { Role } from '../fuzz/people.js'
import { headerOf, sendRaw, type RawAnswer, type RawRequest } from '../fuzz/raw-client.js'
import { hostileText } from './near-valid.js'

const doors = new Doors()
/** Forms of HTML pages: what programs send by the API has its own properties, and files are drawn elsewhere. */
const FORMS = doors.all.filter(
  ({ method, pattern, upload }) => method === 'POST' && !pattern.startsWith('/api/') && !upload,
)

const FOR: Readonly<Record<Door['front'], Role>> = {
  shop: 'shopper',
  account: 'owner',
  office: 'administrator',
  producer: 'owner',
}
/** They end the session or the account that the other forms need, or hash passwords for seconds. */
const ENDING = /sign-out|\/close|\/sessions|\/password|recovery|second-step|authenticator|\/sign-in/
const PAGES_READ = 90
const RUNS = 6

let shop: FuzzShop
let address = 0

const cookieOf = (role: Role): string => shop.cookies.get(role)?.[0] ?? ''
const sessionIn = (cookie: string): string => /session=([^;]+)/.exec(cookie)?.[1] ?? ''

function send(method: 'GET' | 'POST', target: string, role: Role, fields?: readonly (readonly [string, string])[]) {
  address += 1
  const headers: [string, string][] = [
    ['Cookie', cookieOf(role)],
    ['X-Forwarded-For', `10.4.${address >> 8}.${address & 255}`],
    ...(fields ? [['Content-Type', 'application/x-www-form-urlencoded'] as [string, string]] : []),
  ]
  const body = fields ? Buffer.from(new URLSearchParams(fields.map((pair) => [...pair])).toString()) : null
  const request: RawRequest = { method, target, headers, body }
  return sendRaw(shop.server.origin, request).then((answer) => ({ request, answer }))
}

/** Reads pages as a role does, so that the forms of every page are known. */
async function explore(role: Role, start: readonly string[]): Promise<void> {
  const waiting = [...start]
  const kinds = new Map<string, number>()
  const seen = new Set<string>()
  while (waiting.length > 0 && seen.size < PAGES_READ) {
    const next = waiting.shift() ?? ''
    const door = doors.find('GET', next)
    const read = kinds.get(door?.name ?? '') ?? 0
    if (seen.has(next) || !door || read >= 2) continue
    seen.add(next)
    kinds.set(door.name, read + 1)
    const { answer } = await send('GET', next, role)
    if (headerOf(answer, 'content-type')?.startsWith('text/html')) waiting.push(...doors.learn(answer.body, next))
  }
}

beforeAll(async () => {
  shop = await startFuzzShop()
  await explore('shopper', [
    '/',
    '/cart',
    '/checkout',
    '/orders',
    '/feedback',
    '/my-data',
    '/products/ca-phe-bot',
    '/account/sign-in',
  ])
  await explore('owner', ['/producer', '/account'])
  await explore('administrator', ['/office', '/account'])
})
afterAll(() => shop.server.stop())

/** The form with one to three of its fields gone bad; the others as the page has them. */
const spoiled = (form: Form): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc
    .array(fc.tuple(fc.nat(), fc.oneof(hostileText, fc.constant('Thơm & "ngon" <b>'))), { minLength: 1, maxLength: 3 })
    .map((changes) => {
      const fields = form.fields.map(([name, value]) => [name, value] as [string, string])
      const open = fields.filter(([name]) => name !== FORM_TOKEN)
      for (const [at, text] of changes) if (open.length > 0) (open[at % open.length] as [string, string])[1] = text
      return fields
    })

/** Texts that were typed into fields of one line or more, and stand no longer in the page that refuses them. */
function* lostTexts(fields: readonly (readonly [string, string])[], answer: RawAnswer): Generator<string> {
  if (answer.status !== 422 || !headerOf(answer, 'content-type')?.startsWith('text/html')) return
  const $ = load(answer.body)
  for (const [name, text] of fields) {
    const field = $('main input[type=text], main input:not([type]), main textarea').filter(
      (_, one) => $(one).attr('name') === name,
    )
    if (field.length !== 1 || text !== 'Thơm & "ngon" <b>') continue
    const shown = field.is('textarea') ? field.text() : (field.attr('value') ?? '')
    if (shown !== text) yield `${name}: “${text}” became “${shown}”`
  }
}

it('most forms stand on a page of the shop that somebody reads; the others are sent all the same', () => {
  expect(FORMS.filter(({ forms }) => forms.length > 0).length).toBeGreaterThan(55)
})

describe.each(FORMS.map((door) => [door.name, door] as const))('The form %s', (name, door) => {
  it('is answered in words, whatever is typed: no fault of ours, nothing unescaped, good texts kept', async () => {
    const role = FOR[door.front]
    const own: Form = {
      fields: [
        [FORM_TOKEN, ''],
        ['name', ''],
        ['text', ''],
        ['id', ''],
      ],
      isMultipart: false,
      files: [],
    }
    const [form = own] = door.forms
    const [known] = door.addresses
    const target = (known ?? door.pattern.replace(/:\w+/g, 'ca-phe-bot').replace(/\{.*\}/g, '')).split('?')[0] ?? '/'
    const asked = ENDING.test(name) ? 'nobody' : role
    await fc.assert(
      fc.asyncProperty(spoiled(form), async (fields) => {
        const token = formToken(sessionIn(cookieOf(asked)))
        const filled = fields.map(([field, value]) => [field, field === FORM_TOKEN ? token : value] as const)
        const { request, answer } = await send('POST', target, asked, filled)
        expect([...checkAnswer(request, answer), ...lostTexts(filled, answer)]).toEqual([])
      }),
      { numRuns: RUNS, seed: 8, endOnFailure: true },
    )
  })
})
