import type { ErasedRecords } from '../../care/erased-records.js'
import { ERASED_ACCOUNT, isAccountErased, isErased } from '../../care/erasure.js'
import type { AuditEntry } from '../../catalog/audit.js'
import type { AccountId, OrderId } from '../../catalog/ids.js'
import { ERASED, isShareOpen } from '../../catalog/order.js'
import type { Put } from '../../catalog/store.js'
import { present } from '../accounts/account-book.js'
import type { SiteContext } from '../context.js'
import type { Erased, Eraser, ToErase } from './eraser.js'

/** How many records of a backup lose their personal data once more. */
export type ErasedAgain = Erased &
  Readonly<{
    /** Of the orders, those that were under way when the backup was made: what came of them it does not know. */
    underWay: number
    accounts: number
  }>

interface Plan {
  readonly toErase: ToErase
  readonly accounts: readonly AccountId[]
  readonly counts: ErasedAgain
}

/** What of all that was erased elsewhere still holds personal data here. */
export async function planErasingAgain({ state, store }: SiteContext, erased: ErasedRecords): Promise<Plan> {
  const orders: OrderId[] = []
  let underWay = 0
  for (const id of erased.orders) {
    const order = await store.findOrder(id)
    if (!order || isErased(order)) continue
    orders.push(id)
    if (order.fulfillments.some(isShareOpen)) underWay += 1
  }
  const questions = [...erased.questions].filter((id) => {
    const question = state.find('questions', id)
    return question !== null && (question.name !== undefined || question.phone !== undefined)
  })
  const feedback = [...erased.feedback].filter((id) => (state.find('feedback', id)?.text ?? ERASED) !== ERASED)
  const accounts = [...erased.accounts].filter((id) => {
    const account = state.find('accounts', id)
    return account !== null && !isAccountErased(account)
  })
  const reviews = orders.flatMap((id) => state.listBy('reviews', 'order', id))
  const counts = {
    orders: orders.length,
    underWay,
    reviews: reviews.length,
    questions: questions.length,
    feedback: feedback.length,
    accounts: accounts.length,
  }
  return { toErase: { orders, questions, feedback }, accounts, counts }
}

/** Accounts without their owners, and the requests as they were answered, those that are not known here among them. */
const otherPuts = (site: SiteContext, { accounts }: Plan, { requests }: ErasedRecords): Put[] => [
  ...accounts.map((id) => {
    const account = present({ ...site.state.get('accounts', id), ...ERASED_ACCOUNT })
    return site.put('accounts', site.draft('accounts', account))
  }),
  ...[...requests.values()]
    .filter(({ id, status }) => {
      const known = site.state.find('dataRequests', id)
      // One about an order of an earlier commit lost its phone there already, but not yet its answer.
      return known === null || known.phone !== undefined || known.status !== status
    })
    .map((request) => site.put('dataRequests', site.draft('dataRequests', request))),
]

/**
 * Erases here what was erased elsewhere.
 *
 * @param note - The entry of the trail, kept by the last commit. Where nothing is left to erase, there is none.
 */
export async function eraseAgain(
  site: SiteContext,
  eraser: Eraser,
  erased: ErasedRecords,
  note: (counts: ErasedAgain) => AuditEntry[],
): Promise<ErasedAgain> {
  const plan = await planErasingAgain(site, erased)
  if (Object.values(plan.counts).some((count) => count > 0) || otherPuts(site, plan, erased).length > 0)
    await eraser.erase(plan.toErase, () => ({ puts: otherPuts(site, plan, erased), audit: note(plan.counts) }))
  return plan.counts
}
