import type { OrderQuery } from '../../catalog/store.js'

/** One page of orders as SQL, newest first, with one row more than the page shows. */
export function toOrderQuery(schema: string, query: OrderQuery): { text: string; values: unknown[] } {
  const { limit, after, producerId, phone, isOpen } = query
  const values: unknown[] = [after ?? Number.MAX_SAFE_INTEGER, limit + 1]
  const given = (value: unknown): string => `$${values.push(value)}`
  const ofProducer = producerId !== undefined
  const conditions = [
    ...(ofProducer ? [`producer_id = ${given(producerId)}`] : []),
    ...(phone !== undefined ? [`phone = ${given(phone)}`] : []),
    // Not as a value: an index of the open ones alone is used only when the statement says that it wants them.
    ...(isOpen !== undefined ? [`${isOpen ? '' : 'not '}${ofProducer ? 'share' : 'orders'}.is_open`] : []),
  ]
  const from = ofProducer
    ? `${schema}.order_shares share join ${schema}.orders on orders.ordinal = share.order_ordinal`
    : `${schema}.orders`
  const ordinal = ofProducer ? 'share.order_ordinal' : 'orders.ordinal'
  const text = `select ${ordinal} as ordinal, orders.document from ${from}
    where ${[`${ordinal} < $1`, ...conditions].join(' and ')} order by ${ordinal} desc limit $2`
  return { text, values }
}
