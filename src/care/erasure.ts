import type { Account } from '../catalog/account.js'
import type { BankNotice } from '../catalog/payments/bank-notice.js'
import type { DataRequest } from '../catalog/care/data-request.js'
import type { Feedback } from '../catalog/care/feedback.js'
import { ERASED, NO_PHONE, type Fulfillment, type Order } from '../catalog/order.js'
import type { Question } from '../catalog/care/question.js'
import type { Review } from '../catalog/care/review.js'
import { without } from '../catalog/without.js'

/** True once the recipient was taken out of an order. */
export const isErased = ({ recipient }: Pick<Order, 'recipient'>): boolean => recipient.phone === NO_PHONE

const withoutReason = <Step extends { readonly reason?: string | undefined }>(step: Step) => without(step, 'reason')

/** A share without words of people, and without the number by which its parcel could be looked up elsewhere. */
const eraseShare = (share: Fulfillment): Fulfillment => ({
  ...without(share, 'parcel', 'returns', 'payment'),
  ...(share.parcel ? { parcel: { carrier: share.parcel.carrier } } : {}),
  ...(share.payment ? { payment: { ...share.payment, history: share.payment.history.map(withoutReason) } } : {}),
  ...(share.returns
    ? {
        returns: share.returns.map((one) => ({ ...without(one, 'words'), history: one.history.map(withoutReason) })),
      }
    : {}),
  history: share.history.map(withoutReason),
})

/** A bank's notice without the words of who paid; number, sum and time stay for the books. */
export const eraseNotice = (notice: BankNotice): BankNotice => ({ ...notice, text: '' })

/**
 * An order without its recipient: name, phone, street, note, the reasons that were given in free words, and the digest of
 * what was typed. Goods, amounts, times and the province stay, and so do the ledger and every count.
 */
export const eraseOrder = ({ recipient: { place }, ...order }: Order): Order => ({
  ...order,
  recipient: {
    name: ERASED,
    phone: NO_PHONE,
    ...(place ? { place: { list: place.list, province: place.province } } : {}),
    street: ERASED,
  },
  fulfillments: order.fulfillments.map(eraseShare),
  requestHash: '0'.repeat(64),
})

/** A review without name, words and photos; its rating stays and is counted. */
export const eraseReview = (review: Review): Review => ({ ...without(review, 'author', 'text'), photos: [] })

/** A question without who asked it. One that nobody answered goes out of sight with its words. */
export function eraseQuestion(question: Question): Question {
  const rest = without(question, 'name', 'phone')
  return rest.answer ? rest : { ...rest, text: ERASED, status: 'withdrawn' }
}

/** Feedback without who gave it and what was written; kind, days and outcome stay and are counted. */
export const eraseFeedback = (feedback: Feedback): Feedback => ({
  ...feedback,
  text: ERASED,
  contact: {},
  rounds: feedback.rounds.map((round) => ({
    ...without(round, 'text'),
    ...(round.answer ? { answer: { ...round.answer, text: ERASED } } : {}),
  })),
})

/** A request about data that were erased, without who asked and what was written; kind, days and the answer stay. */
export const eraseRequest = (request: DataRequest): DataRequest => without(request, 'phone', 'text')

/** True once its owner erased an account, which then bears no name. */
export const isAccountErased = ({ name, status }: Pick<Account, 'name' | 'status'>): boolean =>
  name === ERASED && status === 'disabled'

/** What is left of an account that its owner erased: undefined takes a field away. */
export const ERASED_ACCOUNT: { readonly [Field in keyof Account]?: Account[Field] | undefined } = {
  name: ERASED,
  phone: undefined,
  email: undefined,
  password: undefined,
  authenticator: undefined,
  recoveryCodes: undefined,
  registration: undefined,
  resetAskedAt: undefined,
  status: 'disabled',
  memberships: [],
  sessions: [],
  devices: [],
  links: [],
  shopper: { addresses: [], orders: [] },
}
