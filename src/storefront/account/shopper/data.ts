import { MAX_SHOPPER_ORDERS } from '../../../catalog/account.js'
import { without } from '../../../catalog/without.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { visitorOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { leaveSession } from '../session-cookies.js'

function dataPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { title } = visit.messages.shopper.data
  const view = { ...problems, isStaff: visitorOf(visit).account.memberships.length > 0 }
  return page('account/data', { title }, view, { status: problems.status })
}

/** Where a shopper takes the data away, or has the account erased. */
export const ownData: Handler = (visit) => dataPage(visit)

/** Everything that is in the account, as it is kept, without its secrets. */
export const ownDataFile: Handler = async (visit) => {
  const { account } = visitorOf(visit)
  const { shoppers } = visit.catalog.accounts
  const orders = await shoppers.listOrders(visit.sessionToken, { skip: 0, limit: MAX_SHOPPER_ORDERS })
  const { name, phone, email, createdAt, shopper } = account
  const document = {
    account: { name, phone, email, createdAt },
    devices: account.sessions.map(({ browser, createdAt: since, seenAt }) => ({ browser, since, seenAt })),
    addresses: shopper?.addresses ?? [],
    orders: orders.map((order) => without(order, 'idempotencyKey', 'requestHash')),
  }
  return {
    kind: 'body',
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(document, null, 2),
    headers: { 'content-disposition': 'attachment; filename="ocop-account.json"' },
  }
}

export const postCloseAccount: Handler = async (visit) => {
  try {
    await visit.catalog.accounts.shoppers.close(visit.sessionToken, singleField(visit.form, 'closing'))
    return leaveSession(visit.links.to('/account/sign-in', { closed: 1 }))
  } catch (error) {
    return dataPage(visit, toFormProblems(error, { closing: visit.messages.account.my.currentPassword }, visit))
  }
}
