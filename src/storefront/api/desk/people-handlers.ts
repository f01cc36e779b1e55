import type * as z from 'zod'
import { LINK_LASTS } from '../../../access/one-time-links.js'
import type { peopleOperations } from '../../../api/operations/people.js'
import type { Account as AccountSchema, AccountLink } from '../../../api/schemas/desk/account.js'
import type { Account, Membership } from '../../../catalog/account.js'
import { CatalogError } from '../../../catalog/errors.js'
import type { Invited } from '../../../site/accounts/people.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { Call, HandlersOf } from '../handlers.js'

type Part = Omit<typeof peopleOperations, 'listApiKeys' | 'revokeApiKey' | 'listSecurityDays'>

const HOUR = 3_600_000

const toAccount = (account: Account): z.input<typeof AccountSchema> => ({
  id: account.id,
  version: account.version,
  name: account.name,
  phone: account.phone ?? null,
  email: account.email ?? null,
  status: account.status,
  memberships: account.memberships,
  secondFactor: account.authenticator !== undefined,
  sessions: account.sessions.map(({ browser, createdAt, seenAt }) => ({ browser, createdAt, seenAt })),
  registration: account.registration ?? null,
  createdAt: account.createdAt,
})

const answer = (account: Account) => ({ body: toAccount(account), version: account.version })

/** The one-time link, told this once, and by mail where the site sends any. */
async function toLink({ account, token }: Invited, visit: Visit): Promise<{ body: z.input<typeof AccountLink> }> {
  const link = visit.links.absolute('/account/set-up', { k: token })
  const hours = LINK_LASTS[account.status === 'invited' ? 'invite' : 'reset'] / HOUR
  const sent = await visit.catalog.notices.sendLink(account, { link, hours, language: visit.language })
  return { body: { account: toAccount(account), link, sent } }
}

const worksFor =
  (producerId: string) =>
  (membership: Membership): boolean =>
    membership.front === 'producer' && membership.producerId === producerId

/** Somebody who works for the producer of the key. @throws {CatalogError} `NOT_FOUND` */
function colleague({ actor, producerId, visit }: Call<unknown>, id: string): Account {
  const account = visit.catalog.accounts.people.get(actor, id)
  if (!account.memberships.some(worksFor(producerId)))
    throw new CatalogError('NOT_FOUND', { details: { what: 'account', id } })
  return account
}

function toPage(accounts: readonly Account[], query: { readonly cursor?: string | undefined }) {
  const { entries, next } = takePage(accounts, query)
  return { body: { total: accounts.length, next, accounts: entries.map(toAccount) } }
}

/** Who signs in, within the reach of the key. */
export const peopleHandlers: HandlersOf<Part> = {
  listColleagues: ({ actor, producerId, query, visit }) => {
    const all = visit.catalog.accounts.people.list(actor)
    return toPage(
      all.filter(({ memberships }) => memberships.some(worksFor(producerId))),
      query,
    )
  },

  inviteColleague: async ({ actor, producerId, body: { role, ...contact }, visit }) => {
    const memberships: Membership[] = [{ front: 'producer', role, producerId: producerId as never }]
    return toLink(await visit.catalog.accounts.people.invite(actor, { ...contact, memberships }), visit)
  },

  linkColleague: async (call) => {
    const { id } = colleague(call, call.params.id)
    return toLink(await call.visit.catalog.accounts.people.makeLink(call.actor, id), call.visit)
  },

  endColleague: async (call) => {
    const { people } = call.visit.catalog.accounts
    const isLeft = (membership: Membership) => !worksFor(call.producerId)(membership)
    return answer(await people.setMemberships(call.actor, call.params.id, (now) => now.filter(isLeft)))
  },

  listAccounts: ({ actor, query, visit }) => {
    const all = visit.catalog.accounts.people.list(actor)
    return toPage(
      all.filter(({ status }) => query.status === undefined || status === query.status),
      query,
    )
  },

  getAccount: ({ actor, params, visit }) => answer(visit.catalog.accounts.people.get(actor, params.id)),

  inviteAccount: async ({ actor, body: { membership, ...contact }, visit }) =>
    toLink(await visit.catalog.accounts.people.invite(actor, { ...contact, memberships: [membership] }), visit),

  inviteProducer: async ({ actor, body, visit }) =>
    toLink(await visit.catalog.accounts.registrations.invite(actor, body), visit),

  linkAccount: async ({ actor, params, visit }) =>
    toLink(await visit.catalog.accounts.people.makeLink(actor, params.id), visit),

  setAccountStatus: async ({ actor, params, body, visit }) => {
    const { people } = visit.catalog.accounts
    return answer(
      await (body.status === 'disabled' ? people.disable(actor, params.id) : people.enable(actor, params.id)),
    )
  },

  setMemberships: async ({ actor, params, body, visit }) =>
    answer(await visit.catalog.accounts.people.setMemberships(actor, params.id, body.memberships)),

  endSessions: async ({ actor, params, visit }) =>
    answer(await visit.catalog.accounts.people.endSessions(actor, params.id)),

  approveAccount: async ({ actor, params, body, visit }) =>
    answer(await visit.catalog.accounts.registrations.approve(actor, params.id, body.producerId)),

  refuseAccount: async ({ actor, params, visit }) =>
    answer(await visit.catalog.accounts.registrations.refuse(actor, params.id)),
}
