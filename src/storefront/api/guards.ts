import type { RequestHandler } from 'express'
import type { Operations } from '../../api/operations.js'
import type { Site } from '../site.js'
import { limitGuessing, limitNotices, limitOrders, limitSending, limitVoucherGuesses } from '../limits/limits.js'
import { requireSignature } from './bank-notice-signature.js'

type Guard = (site: Site) => RequestHandler

interface Guards {
  /** Before the body is read. */
  readonly before?: readonly Guard[]
  /** Once the body is read. */
  readonly after?: readonly Guard[]
  /** True for an operation whose own limit stands in the place of the common one. */
  readonly ownLimit?: true
}

const GUESSED: Guards = { before: [limitGuessing] }
const SENT: Guards = { before: [limitSending] }

/** What stands before some operations, beside what follows from their definition: the limits of the pages that do the same. */
const GUARDS: { readonly [Name in keyof Operations]?: Guards } = {
  placeOrder: { before: [limitOrders], after: [limitVoucherGuesses], ownLimit: true },
  quote: { after: [limitVoucherGuesses] },
  followOrder: GUESSED,
  cancelOrder: GUESSED,
  beginPayment: GUESSED,
  reportPaid: GUESSED,
  orderAgain: GUESSED,
  writeReview: GUESSED,
  followFeedback: GUESSED,
  returnGoods: GUESSED,
  withdrawReview: GUESSED,
  reopenFeedback: GUESSED,
  openMyData: GUESSED,
  requestMyData: GUESSED,
  askQuestion: SENT,
  sendFeedback: SENT,
  recordBankNotice: { before: [limitNotices], after: [requireSignature], ownLimit: true },
}

export function guardsOf(id: string, site: Site) {
  const { before = [], after = [], ownLimit } = GUARDS[id as keyof Operations] ?? {}
  return {
    before: before.map((guard) => guard(site)),
    after: after.map((guard) => guard(site)),
    ownLimit: ownLimit === true,
  }
}
