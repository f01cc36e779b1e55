import { isShopperOnly } from '../../access/account-rights.js'
import type { Account } from '../../catalog/account.js'
import { fold } from '../../catalog/text.js'
import { readPage, toPaging } from '../list/paging.js'
import { page } from '../reply.js'
import type { Handler } from '../route.js'
import { personOf } from '../signed-in.js'
import { toAccountRow } from '../fronts/people/account-words.js'

const PAGE_SIZE = 50

/** What waits for somebody comes first: requests, then forgotten passwords, then names in their order. */
const urgency = ({ status, resetAskedAt }: Account): number => (status === 'pending' ? 0 : resetAskedAt ? 1 : 2)

const compare = (a: Account, b: Account): number => urgency(a) - urgency(b) || a.name.localeCompare(b.name, 'vi')

const holds = (account: Account, words: string): boolean =>
  fold(
    `${account.name} ${account.phone ?? ''} ${account.email ?? ''} ${account.registration?.producerName ?? ''}`,
  ).includes(words)

/** Shoppers are many and nobody's business: they show when they are looked for, or ask for a new password. */
const isListed = (account: Account): boolean => !isShopperOnly(account) || account.resetAskedAt !== undefined

/** The accounts within reach, found by name, phone or mail. */
export const accounts: Handler = (visit) => {
  const words = visit.messages.office.accounts
  const text = (visit.query.get('q') ?? '').trim().slice(0, 100)
  const wanted = fold(/^0\d+$/.test(text) ? text.slice(1) : text)
  const found = visit.catalog.accounts.people
    .list(personOf(visit))
    .filter((account) => (isListed(account) || wanted !== '') && holds(account, wanted))
    .toSorted(compare)
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const current = readPage(visit.query, pageCount)
  const view = {
    text,
    count: words.count(found.length),
    rows: found.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE).map((account) => toAccountRow(account, visit)),
    paging: toPaging(current, pageCount, (number) => visit.links.to(visit.path, { q: text, page: number })),
    invite: visit.links.to('/office/accounts/new'),
  }
  return page('office/accounts', { title: words.title }, view)
}
