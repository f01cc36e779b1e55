import type { BankNotice } from '../../catalog/payments/bank-notice.js'
import { CatalogError } from '../../catalog/errors.js'
import { formatInstant, formatVnd } from '../format.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../form-problems.js'
import { page, redirect, type PageReply } from '../reply.js'
import type { Handler } from '../route.js'
import { singleField } from '../shopping/single-field.js'
import { producerOf } from '../fronts/current-producer.js'
import { personOf } from '../signed-in.js'
import type { Visit } from '../visit.js'

/** So many are shown; the rest comes up as these are dealt with. */
const SHOWN = 100

const pathOf = ({ front }: Visit): string => `/${front ?? 'office'}/transfers`

function toRow(notice: BankNotice, visit: Visit) {
  const { id, amount, text, paidAt, reference, outcome, orderCode } = notice
  const { catalog, links, messages, form, params } = visit
  const words = messages.transfers
  const producerId = catalog.bankNotices.producerOf(notice)
  const isTyped = params['id'] === id
  return {
    id,
    amount: formatVnd(amount),
    text: text === '' ? words.noText : text,
    at: formatInstant(paidAt),
    reference,
    outcome: words.outcomes[outcome],
    producer: visit.front === 'office' && producerId ? catalog.state.get('producers', producerId).name : null,
    order: orderCode === undefined ? null : words.names(orderCode),
    orderHref: orderCode !== undefined && visit.front === 'producer' ? links.to(`/producer/orders/${orderCode}`) : null,
    pay: links.to(`${pathOf(visit)}/${id}/pay`),
    settle: links.to(`${pathOf(visit)}/${id}/settle`),
    codeField: `code-${id}`,
    noteField: `note-${id}`,
    code: isTyped ? (form.get('code') ?? '') : (orderCode ?? ''),
    note: isTyped ? (form.get('note') ?? '') : '',
  }
}

/** Within reach; on a producer's front those of the producer that the person works for at the moment. */
function openNotices(visit: Visit): readonly BankNotice[] {
  const { bankNotices } = visit.catalog
  const open = bankNotices.listFor(personOf(visit))
  if (visit.front !== 'producer') return open
  const { id } = producerOf(visit)
  return open.filter((notice) => bankNotices.producerOf(notice) === id)
}

function transfersPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const open = openNotices(visit)
  const words = visit.messages.transfers
  const done = visit.query.get('done')
  const view = {
    ...problems,
    done: done === 'pay' ? words.paid : done === 'settle' ? words.settled : null,
    rows: open.slice(0, SHOWN).map((notice) => toRow(notice, visit)),
    count: words.count(open.length),
  }
  return page('office/transfers', { title: words.title }, view, { status: problems.status })
}

/** Transfers that a bank told of and that pay nothing by themselves: no order named, another sum, a second payment. */
export const transfers: Handler = (visit) => transfersPage(visit)

/** Issues stand at the field of the notice that they are about. */
function byField(error: unknown, field: string): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  return new CatalogError(error.code, { issues: error.issues.map((issue) => ({ ...issue, path: field })) })
}

const decide =
  (what: 'pay' | 'settle'): Handler =>
  async (visit) => {
    const id = visit.params['id'] ?? ''
    const name = what === 'pay' ? 'code' : 'note'
    try {
      await visit.catalog.bankNotices[what](personOf(visit), id, singleField(visit.form, name).trim())
    } catch (error) {
      const field = `${name}-${id}`
      return transfersPage(
        visit,
        toFormProblems(byField(error, field), { [field]: visit.messages.transfers[name] }, visit),
      )
    }
    return redirect(visit.links.to(pathOf(visit), { done: what }))
  }

export const postPay = decide('pay')
export const postSettle = decide('settle')
