import { randomUUID } from 'node:crypto'
import type { DraftRecord } from '../../../catalog/collections.js'
import type { Voucher } from '../../../catalog/prices/voucher.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { producerOf } from '../../fronts/current-producer.js'
import { TypedFields } from '../typed-fields.js'

const NEW = 'new'
const TEXTS = ['code', 'note', 'from', 'until'] as const
const NUMBERS = ['percent', 'amount', 'most', 'minimum', 'limit'] as const

/** The producer's own voucher of the address; null for one that is to be made. */
function voucherOf(visit: Visit): Voucher | null {
  const id = visit.params['id']
  if (id === NEW) return null
  const found = visit.catalog.vouchers.list(producerOf(visit).id).find(({ voucher }) => voucher.id === id)
  if (!found) throw notFound()
  return found.voucher
}

function voucherPage(visit: Visit, problems: FormProblems): Reply {
  const kept = voucherOf(visit)
  const { form, messages } = visit
  const number = (value: number | null | undefined) => (value ? formatCount(value, 'vi') : '')
  const view = {
    ...problems,
    action: visit.links.to(`/producer/offers/vouchers/${kept?.id ?? NEW}`),
    canStop: kept?.status === 'active',
    isStopped: kept?.status === 'withdrawn',
    values: Object.fromEntries([
      ...TEXTS.map((name) => [name, form.get(name) ?? kept?.[name] ?? '']),
      ...NUMBERS.map((name) => [name, form.get(name) ?? number(kept?.[name])]),
    ]) as Record<string, string>,
  }
  const { title, add } = messages.offers.voucher
  return page('producer/offer-voucher', { title: kept ? title(kept.code) : add }, view, { status: problems.status })
}

export const voucher: Handler = (visit) => voucherPage(visit, NO_PROBLEMS)

function readVoucher(visit: Visit, kept: Voucher | null): DraftRecord<'vouchers'> {
  const fields = new TypedFields(visit.form)
  const numbers = {
    percent: fields.number('percent', '10'),
    amount: fields.number('amount'),
    most: fields.number('most'),
    minimum: fields.number('minimum') ?? 0,
    limit: fields.number('limit', '100') ?? null,
  }
  fields.check()
  const texts = TEXTS.map((name) => [name, fields.text(name)])
  return {
    id: kept?.id ?? randomUUID(),
    producerId: producerOf(visit).id,
    ...Object.fromEntries([...texts, ...Object.entries(numbers)].filter(([, value]) => value !== undefined)),
    status: singleField(visit.form, 'status') === 'withdrawn' ? 'withdrawn' : 'active',
  } as DraftRecord<'vouchers'>
}

/** Makes or changes a voucher, or ends it. */
export const postVoucher: Handler = async (visit) => {
  const kept = voucherOf(visit)
  try {
    await visit.catalog.vouchers.save(personOf(visit), readVoucher(visit, kept))
  } catch (error) {
    return voucherPage(visit, toFormProblems(error, visit.messages.offers.voucher.fields, visit))
  }
  return redirect(visit.links.to('/producer/offers', { saved: 1 }))
}
