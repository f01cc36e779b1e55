import type * as z from 'zod'
import type { dataRequestOperations } from '../../../api/operations/data-requests.js'
import type { DataRequestCase, OfficeDataRequest } from '../../../api/schemas/office/data-request.js'
import type { DataRequest } from '../../../catalog/care/data-request.js'
import type { KeptCount } from '../../../site/care/kept-data.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

const toAnswer = (request: DataRequest): z.input<typeof OfficeDataRequest> => {
  const { id, code, kind, status, receivedAt, dueOn, answer, about, version } = request
  return {
    id,
    code,
    kind,
    status,
    receivedAt,
    dueOn,
    answer: answer?.text ?? null,
    about: about ?? null,
    version,
  }
}

const toErasable = (kept: KeptCount | null): z.input<typeof DataRequestCase>['byCode'] =>
  kept && { ...kept.counts, underWay: [...kept.underWay] }

/** Requests about personal data, for keys of the whole country's office. */
export const dataRequestHandlers: HandlersOf<typeof dataRequestOperations> = {
  listDataRequests: ({ actor, query, visit }) => {
    const { status = [] } = query
    const found = visit.catalog.personalData
      .list(actor)
      .filter((one) => status.length === 0 || status.includes(one.status))
    const { entries, next } = takePage(found, query)
    return { body: { total: found.length, next, requests: entries.map(toAnswer) } }
  },

  recordDataRequest: async ({ actor, body, visit }) => {
    const request = await visit.catalog.personalData.record(actor, body.phone, body.text)
    return { body: toAnswer(request), version: request.version }
  },

  getDataRequest: async ({ actor, params, visit }) => {
    const { request, byCode, byNumber } = await visit.catalog.personalData.look(actor, params.id)
    return {
      body: {
        request: toAnswer(request),
        text: request.text ?? null,
        byCode: toErasable(byCode),
        byNumber: toErasable(byNumber),
      },
      version: request.version,
    }
  },

  carryOutDataRequest: async ({ actor, params, body, visit }) => {
    const { wholeNumber = false } = body
    const { request } = await visit.catalog.personalData.carryOut(actor, params.id, body.text, { wholeNumber })
    return { body: toAnswer(request), version: request.version }
  },

  refuseDataRequest: async ({ actor, params, body, visit }) => {
    const request = await visit.catalog.personalData.refuse(actor, params.id, body.reason)
    return { body: toAnswer(request), version: request.version }
  },
}
