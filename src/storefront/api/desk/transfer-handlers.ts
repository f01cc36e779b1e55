import type * as z from 'zod'
import type { settlingOperations } from '../../../api/operations/settling.js'
import type { Transfer } from '../../../api/schemas/desk/transfer.js'
import type { BankNotice } from '../../../catalog/payments/bank-notice.js'
import type { Visit } from '../../visit.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

type Part = Omit<typeof settlingOperations, 'refundPayment' | 'answerReturn'>

const toTransfer = (notice: BankNotice, { catalog }: Visit): z.input<typeof Transfer> => ({
  id: notice.id,
  reference: notice.reference,
  amount: notice.amount,
  text: notice.text,
  paidAt: notice.paidAt,
  outcome: notice.outcome,
  orderCode: notice.orderCode ?? null,
  producerId: catalog.bankNotices.producerOf(notice),
  settled: notice.settled ?? null,
})

type Handlers = HandlersOf<Part>

const list: Handlers['listTransfers'] = ({ actor, query, visit }) => {
  const all = visit.catalog.bankNotices.listFor(actor)
  const { entries, next } = takePage(all, query)
  return { body: { total: all.length, next, transfers: entries.map((notice) => toTransfer(notice, visit)) } }
}

const pay: Handlers['payByTransfer'] = async ({ actor, params, body, visit }) => ({
  body: toTransfer(await visit.catalog.bankNotices.pay(actor, params.id, body.order), visit),
})

const settle: Handlers['settleTransfer'] = async ({ actor, params, body, visit }) => ({
  body: toTransfer(await visit.catalog.bankNotices.settle(actor, params.id, body.note), visit),
})

/** Money that matches no order, within the reach of the key. */
export const transferHandlers: Handlers = {
  listTransfers: list,
  payByTransfer: pay,
  settleTransfer: settle,
  listOfficeTransfers: list as unknown as Handlers['listOfficeTransfers'],
  officePayByTransfer: pay as unknown as Handlers['officePayByTransfer'],
  officeSettleTransfer: settle as unknown as Handlers['officeSettleTransfer'],
}
