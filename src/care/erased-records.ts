import type { DataRequest } from '../catalog/care/data-request.js'
import type { AccountId, FeedbackId, OrderId, QuestionId } from '../catalog/ids.js'
import { ERASED } from '../catalog/order.js'
import type { Put } from '../catalog/store.js'
import { eraseRequest, isAccountErased, isErased } from './erasure.js'

/** What was erased, as it is kept beside the data. */
export interface KeptErased {
  readonly orders: readonly OrderId[]
  readonly questions: readonly QuestionId[]
  readonly feedback: readonly FeedbackId[]
  readonly accounts: readonly AccountId[]
  /** As they were answered: whoever asked is gone from them. */
  readonly requests: readonly DataRequest[]
}

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

  /** Adds what was kept of an earlier state of the data. */
  add(kept: KeptErased): void {
    for (const id of kept.orders) this.orders.add(id)
    for (const id of kept.questions) this.questions.add(id)
    for (const id of kept.feedback) this.feedback.add(id)
    for (const id of kept.accounts) this.accounts.add(id)
    // What the data themselves say of a request is newer.
    for (const request of kept.requests) if (!this.requests.has(request.id)) this.requests.set(request.id, request)
  }

  /** All of it, to be kept beside the data. */
  toKeep(): KeptErased {
    const { orders, questions, feedback, accounts, requests } = this
    return {
      orders: [...orders],
      questions: [...questions],
      feedback: [...feedback],
      accounts: [...accounts],
      requests: [...requests.values()].map(eraseRequest),
    }
  }
}
