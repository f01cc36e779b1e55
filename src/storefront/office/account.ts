import { may, maySomewhere } from '../../access/rights.js'
import { producerSubject } from '../../access/subjects.js'
import type { Account, Membership } from '../../catalog/account.js'
import type { Confirm } from '../../site/accounts/account-book.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { formatInstant } from '../format.js'
import { provinceName } from '../models/place-words.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'
import { localPhone, roleWords } from '../fronts/people/account-words.js'
import { asking, confirmOnPage } from '../fronts/confirm-again.js'
import { handLink } from '../fronts/people/hand-link.js'
import { inviteLabels } from '../fronts/people/invitation.js'
import { readMembership, toMembershipForm } from '../fronts/people/membership-form.js'

/** What has just been done, as the address says it. */
const DONE = ['disable', 'enable', 'sessions', 'authenticator', 'roles', 'approve', 'refuse'] as const
type Done = (typeof DONE)[number]

const idOf = (visit: Visit): string => visit.params['id'] ?? ''

function toRegistration(account: Account, visit: Visit) {
  const { registration } = account
  if (!registration || account.status !== 'pending') return null
  const province = visit.catalog.reference.places.province(registration.province)
  return {
    ...registration,
    kind: visit.messages.around.producerKinds[registration.kind],
    province: province ? provinceName(province, visit) : registration.province,
    askedAt: formatInstant(registration.askedAt),
    candidates: visit.catalog.accounts.registrations
      .candidates(account)
      .map(({ id, name, slug }) => ({ id, name, href: visit.links.to(`/producers/${slug}`) })),
  }
}

/** Where the profile of the producer is changed for which somebody works; null out of the visitor's reach. */
function profileLink(membership: Membership, visit: Visit): string | null {
  const { catalog } = visit
  const producer = membership.front === 'producer' ? catalog.state.find('producers', membership.producerId) : null
  const isWithin =
    producer &&
    may(personOf(visit), 'producer.edit', producerSubject(producer, catalog.reference.places, catalog.today()))
  return isWithin ? visit.links.to(`/office/producers/${producer.id}`) : null
}

/** The names of the keys that stop opening anything once somebody is shut out. */
function keysOf({ id }: Account, visit: Visit): string | null {
  const actor = personOf(visit)
  const keys = maySomewhere(actor, 'apiKey.manage') ? visit.catalog.apiKeys.madeBy(actor, id) : []
  if (keys.length === 0) return null
  return visit.messages.office.accounts.keysStop(keys.length, keys.map(({ name }) => name).join('; '))
}

function accountPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const actor = personOf(visit)
  const { people } = visit.catalog.accounts
  const account = people.get(actor, idOf(visit))
  const words = visit.messages.office.accounts
  const done = DONE.find((name) => visit.query.get('done') === name)
  const view = {
    ...problems,
    name: account.name,
    path: visit.links.to(`/office/accounts/${account.id}`),
    status: account.status,
    state: words.states[account.status],
    done: done ? words.done[done] : null,
    phone: account.phone ? localPhone(account.phone) : null,
    email: account.email ?? null,
    mayManage: people.mayManage(actor, account),
    isSelf: account.id === actor.accountId,
    hasAuthenticator: account.authenticator !== undefined,
    keys: keysOf(account, visit),
    asksForReset: account.resetAskedAt ? formatInstant(account.resetAskedAt) : null,
    roles: account.memberships.map((membership) => ({
      key: JSON.stringify(membership),
      text: roleWords(membership, visit),
      href: profileLink(membership, visit),
    })),
    sessions: account.sessions.toReversed().map(({ browser, createdAt, seenAt }) => ({
      browser: browser === '' ? visit.messages.account.my.unknownBrowser : browser,
      since: formatInstant(createdAt),
      seen: formatInstant(seenAt),
    })),
    registration: toRegistration(account, visit),
    membership: toMembershipForm(visit),
  }
  return page('office/account', { title: account.name }, view, {
    status: problems.status,
    trail: [
      { label: { text: words.title, lang: null }, path: '/office/accounts' },
      { label: { text: account.name, lang: null }, path: null },
    ],
  })
}

export const account: Handler = (visit) => accountPage(visit)

/** A command on the account of the address; then its page, saying what was done or why not. */
const command =
  (what: Done, run: (visit: Visit, id: string) => Promise<unknown>): Handler =>
  async (visit) => {
    try {
      await run(visit, idOf(visit))
      return redirect(visit.links.to(`/office/accounts/${idOf(visit)}`, { done: what }))
    } catch (error) {
      return accountPage(visit, toFormProblems(error, inviteLabels(visit), visit))
    }
  }

/** A {@link command} that gives somebody a way in. */
const letsIn = (what: Done, run: (visit: Visit, id: string, confirm: Confirm) => Promise<unknown>): Handler =>
  asking(command(what, (visit, id) => run(visit, id, () => confirmOnPage(visit))))

export const postLink = asking(async (visit) => {
  try {
    const { people } = visit.catalog.accounts
    return await handLink(await people.makeLink(personOf(visit), idOf(visit), () => confirmOnPage(visit)), visit)
  } catch (error) {
    return accountPage(visit, toFormProblems(error, {}, visit))
  }
})

const people = (visit: Visit) => visit.catalog.accounts.people
const registrations = (visit: Visit) => visit.catalog.accounts.registrations

export const postDisable = command('disable', (visit, id) => people(visit).disable(personOf(visit), id))
export const postEnable = letsIn('enable', (visit, id, confirm) => people(visit).enable(personOf(visit), id, confirm))
export const postEndSessions = command('sessions', (visit, id) => people(visit).endSessions(personOf(visit), id))
export const postRemoveAuthenticator = letsIn('authenticator', (visit, id, confirm) =>
  people(visit).removeAuthenticator(personOf(visit), id, confirm),
)
export const postGiveRole = letsIn('roles', (visit, id, confirm) => {
  const given = readMembership(visit)
  return people(visit).setMemberships(personOf(visit), id, (now) => [...now, given], confirm)
})
export const postTakeRole = command('roles', (visit, id) => {
  const taken = singleField(visit.form, 'role')
  return people(visit).setMemberships(personOf(visit), id, (now) =>
    now.filter((membership) => JSON.stringify(membership) !== taken),
  )
})
export const postApprove = letsIn('approve', (visit, id, confirm) => {
  const producer = singleField(visit.form, 'producer')
  return registrations(visit).approve(personOf(visit), id, producer === '' ? null : producer, confirm)
})
export const postRefuse = command('refuse', (visit, id) => registrations(visit).refuse(personOf(visit), id))
