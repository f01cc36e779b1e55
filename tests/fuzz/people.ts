import { Secret, TOTP } from 'otpauth'
import { system } from '../../src/access/actor.js'
import { createCatalog, type Catalog } from '../../src/index.js'
import type { Membership } from '../../src/catalog/account.js'
import { PASSWORD } from '../http/signed-in.js'

/** Who sends requests: nobody, a shopper with an order, and each role of both fronts. */
export const ROLES = ['nobody', 'shopper', 'owner', 'staff', 'viewer', 'reviewer', 'importer', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** So many people of each role: hostile forms sign some of them out or shut their accounts. */
const PEOPLE_OF_A_ROLE = 2

const MEMBERSHIPS: readonly (readonly [Role, Membership])[] = [
  ['owner', { front: 'producer', role: 'owner', producerId: 'ea-tu' as never }],
  ['staff', { front: 'producer', role: 'staff', producerId: 'ea-tu' as never }],
  ['viewer', { front: 'office', role: 'viewer', scope: 'country' }],
  ['reviewer', { front: 'office', role: 'reviewer', scope: 'country' }],
  ['importer', { front: 'office', role: 'importer', scope: 'country' }],
  ['administrator', { front: 'office', role: 'administrator', scope: 'country' }],
]

async function signIn(catalog: Catalog, membership: Membership, phone: string): Promise<string> {
  const { accounts } = catalog
  const invitation = { name: `Người ${phone}`, phone, memberships: [membership] }
  const { token } = await accounts.people.invite(system('fuzz'), invitation)
  const account = await accounts.own.choosePassword(token, PASSWORD)
  const opened = await accounts.signIn.open(account, { userAgent: 'fuzz' }, account.password ?? '')
  if (opened.isComplete) return opened.token
  const totp = new TOTP({ secret: Secret.fromBase32(accounts.secondStep.offer(opened.token)) })
  const code = totp.generate({ timestamp: catalog.now().getTime() })
  return (await accounts.secondStep.setUp(opened.token, code)).token
}

/** The session cookies of everybody who may be signed in, by role. */
export type Sessions = ReadonlyMap<Role, readonly string[]>

/** Opens accounts of every role in a data folder, each signed in. */
export async function openAccounts(folder: string, furnish: (catalog: Catalog) => Promise<void>): Promise<Sessions> {
  const catalog = await createCatalog({ folder })
  try {
    await furnish(catalog)
    const sessions = new Map<Role, string[]>()
    let number = 0
    for (const [role, membership] of MEMBERSHIPS)
      for (let person = 0; person < PEOPLE_OF_A_ROLE; person += 1) {
        number += 1
        const token = await signIn(catalog, membership, `09051000${String(number).padStart(2, '0')}`)
        sessions.set(role, [...(sessions.get(role) ?? []), token])
      }
    return sessions
  } finally {
    await catalog.close()
  }
}
