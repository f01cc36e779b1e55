import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCatalog } from '../../src/index.js'
import { system } from '../../src/access/actor.js'
import { Receiver } from '../support/receiver.js'
import { acceptInvitation, ADMINISTRATOR, PASSWORD, setUpApp, type Phone } from './signed-in.js'
import { runShop, type RunningShop } from './trade-shop.js'
import { PATIENCE } from '../support/patience.js'

const [FIRST, SECOND, OTHER] = ['a1', 'b2', 'c3'].map((end) => `5f0a5b1c9d7e4a6f8b2c3d4e5f607182${end}`) as [
  string,
  string,
  string,
]
const OFFICE = { kind: 'office', scope: 'country' } as const
const MINUTE = 60_000

let folder: string
let receiver: Receiver
let now = new Date()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-seals-'))
  receiver = await Receiver.open()
})
afterAll(async () => {
  receiver.close()
  await rm(folder, { recursive: true })
})

async function withShop(sealKeys: readonly string[], visit: (shop: RunningShop) => Promise<void>): Promise<void> {
  const catalog = await createCatalog({ folder, sealKeys, clock: () => now, insideHosts: ['127.0.0.1'] })
  const shop = await runShop('', { catalog })
  try {
    await visit(shop)
  } finally {
    await shop.stop()
  }
}

/** Signs in with password and app, and returns the status and the path on which it ends. */
async function signIn(shop: RunningShop, phone: Phone): Promise<string> {
  now = new Date(now.getTime() + MINUTE)
  const visitor = await shop.visitor().open('/account/sign-in')
  await visitor.press('main .button--primary', { identifier: '0905111222', password: PASSWORD })
  await visitor.press('main .button--primary', { code: phone.code(now) })
  return `${visitor.status} ${visitor.path}`
}

const keptSecret = ({ catalog }: RunningShop): string =>
  [...catalog.state.all('accounts')][0]?.authenticator?.secret ?? ''

it('secrets that must be read again are sealed with the site’s key as they are next used; the key can be replaced', async () => {
  let phone: Phone | undefined
  let [webhook, secret] = ['', '']
  await withShop([], async (shop) => {
    phone = await setUpApp(await acceptInvitation(shop.visitor(), shop.catalog, ADMINISTRATOR), now)
    expect(keptSecret(shop)).toMatch(/^[A-Z2-7]{32}$/)
  })
  const app = phone as Phone
  await withShop([FIRST], async (shop) => {
    expect(await signIn(shop, app)).toBe('200 /office')
    expect(keptSecret(shop)).toMatch(/^sealed:1:[0-9a-f]{8}:/)
    const wish = { name: 'Kế toán', url: receiver.url, events: ['order.placed'] }
    const made = await shop.catalog.webhooks.create(system('test'), OFFICE, wish)
    ;[webhook, secret] = [made.endpoint.id, made.secret]
    expect(made.endpoint.secret).toMatch(/^sealed:1:/)
  })
  await withShop([SECOND, FIRST], async (shop) => {
    const before = keptSecret(shop)
    expect(await signIn(shop, app)).toBe('200 /office')
    expect(keptSecret(shop).slice(0, 17)).not.toBe(before.slice(0, 17))
    await shop.catalog.webhooks.save(system('test'), webhook, {
      name: 'Kế toán',
      url: receiver.url,
      events: ['order.placed'],
    })
  })
  await withShop([SECOND], async (shop) => {
    expect(await signIn(shop, app)).toBe('200 /office')
    shop.catalog.deliveries.start()
    await shop.catalog.deliveries.test(system('test'), { kind: 'webhook', endpointId: webhook as never })
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1), PATIENCE)
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow()
  })
  await withShop([OTHER], async (shop) => {
    expect(await signIn(shop, app)).toMatch(/^503 /)
  })
  // Nothing that was written since there is a key holds the secrets in the clear.
  const files = (await readdir(folder, { recursive: true })).filter((name) => /json/.test(name))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  expect(texts.join('\n')).not.toContain(secret)
})
