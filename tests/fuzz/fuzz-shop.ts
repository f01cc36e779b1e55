import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EA_TU, orderOf } from '../care/desk.js'
import type { Catalog } from '../../src/index.js'
import { startServer, type RunningServer } from '../support/server.js'
import { stockShop } from '../support/shop.js'
import { openAccounts, ROLES, type Role, type Sessions } from './people.js'

/** A running shop with something of everything, and the cookies of everybody who may come. */
export interface FuzzShop {
  readonly server: RunningServer
  readonly cookies: ReadonlyMap<Role, readonly string[]>
}

const PHONE = '0905 123 456'

async function furnish(catalog: Catalog): Promise<{ open: string; delivered: string }> {
  await stockShop(catalog)
  const delivered = await orderOf(catalog, 'HONEY', ['accepted', 'packed', 'shipped', 'delivered'])
  const open = await orderOf(catalog, 'CF-250', [])
  await orderOf(catalog, 'CF-500', ['accepted'])
  await catalog.submissions.begin(EA_TU, 'ea-tu')
  await catalog.questions.ask({ productId: 'ca-phe-bot', text: 'Cà phê này rang mộc hay rang bơ ạ?', name: 'Hoa' })
  await catalog.reviews.write({ phone: PHONE, code: delivered, sku: 'HONEY' }, { rating: 4, text: 'Thơm, đúng vị.' })
  await catalog.feedback.receive({
    kind: 'goods',
    about: { of: 'order', id: open },
    text: 'Gói hàng bị rách một góc khi nhận.',
    phone: PHONE,
  })
  return { open, delivered }
}

function toCookies(sessions: Sessions, { open, delivered }: { open: string; delivered: string }) {
  const phone = '84905123456'
  const shopper = [
    'cart=CF-250*1',
    `order-${open}=${phone}`,
    `order-${delivered}=${phone}`,
    `my-data=${open}.${phone}`,
  ].join('; ')
  return new Map<Role, readonly string[]>(
    ROLES.map((role) => [
      role,
      role === 'nobody' ? [''] : (sessions.get(role)?.map((token) => `session=${token}`) ?? [shopper]),
    ]),
  )
}

/** Starts the built server on such a shop. It believes that this machine is a proxy, so that every request has an address of its own. */
export async function startFuzzShop(): Promise<FuzzShop> {
  let codes = { open: '', delivered: '' }
  let sessions: Sessions = new Map()
  const server = await startServer(async (folder) => {
    await writeFile(join(folder, 'site.json'), JSON.stringify({ trustProxy: 'loopback' }))
    sessions = await openAccounts(folder, async (catalog) => {
      codes = await furnish(catalog)
    })
  })
  return { server, cookies: toCookies(sessions, codes) }
}
