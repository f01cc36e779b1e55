import type { DataRequest } from '../catalog/care/data-request.js'
import type { AccountId, FeedbackId, OrderId, QuestionId } from '../catalog/ids.js'
import { ERASED } from '../catalog/order.js'
import type { Put } from '../catalog/store.js'
import { isAccountErased, isErased } from './erasure.js'

/**
 * Which records of some data have lost their personal data: their ids and nothing of a person, so that the same can be
 * erased from a backup that was made before.
 */
export class ErasedRecords {
  readonly orders = new Set<OrderId>()
  readonly questions = new Set<QuestionId>()
  readonly feedback = new Set<FeedbackId>()
  readonly accounts = new Set<AccountId>()
  /** Requests that were answered by erasing; nothing of who asked is left in them. */
  readonly requests = new Map<string, DataRequest>()

  /** Follows one commit after the other, oldest first. */
  readonly follow = (puts: readonly Put[]): void => {
    for (const { collection, record } of puts)
      switch (collection) {
        case 'orders':
          if (isErased(record)) this.orders.add(record.id)
          break
        case 'questions':
          if (record.name === undefined && record.phone === undefined) this.questions.add(record.id)
          else this.questions.delete(record.id)
          break
        case 'feedback':
          if (record.text === ERASED) this.feedback.add(record.id)
          break
        case 'accounts':
          if (isAccountErased(record)) this.accounts.add(record.id)
          break
        case 'dataRequests':
          if (record.phone === undefined) this.requests.set(record.id, record)
          break
        default:
      }
  }
}
