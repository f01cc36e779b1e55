import { toInstant } from '../catalog/day.js'
import type { TransactionId } from '../catalog/ids.js'
import type { Transaction, TransactionLine } from '../catalog/transaction.js'

interface EntryContext {
  readonly now: Date
  readonly newId: () => string
}

/** The entry that takes a sale back: the same facts, on the same day, recorded now. */
export const voidOf = (sale: Transaction, { now, newId }: EntryContext): Transaction => ({
  ...sale,
  id: newId() as TransactionId,
  kind: 'void',
  voids: sale.id,
  recordedAt: toInstant(now),
})

/** The sale as it stands when a part of it was given back: on the day of the first, with what is left of its lines. */
export const saleOfRest = (
  sale: Transaction,
  lines: readonly TransactionLine[],
  { now, newId }: EntryContext,
): Transaction => ({
  ...sale,
  id: newId() as TransactionId,
  lines: [...lines],
  amount: lines.reduce((sum, { amount }) => sum + amount, 0),
  recordedAt: toInstant(now),
})
