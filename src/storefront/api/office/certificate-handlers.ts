import type { officeRecordOperations } from '../../../api/operations/office-records.js'
import { takePage } from '../cursor.js'
import type { HandlersOf } from '../handlers.js'

/** Certificates that run out. */
export const certificateHandlers: HandlersOf<Pick<typeof officeRecordOperations, 'listEndingCertificates'>> = {
  listEndingCertificates: ({ actor, query, visit }) => {
    const all = visit.catalog.certificateEnds
      .list(actor)
      .filter(({ stage }) => query.stage === undefined || stage === query.stage)
    const { entries, next } = takePage(all, query)
    const certificates = entries.map(({ certificate, product, stage, until, daysLeft }) => ({
      certificateId: certificate.id,
      productId: product.id,
      product: product.name,
      producerId: product.producerId,
      stage,
      until,
      daysLeft,
    }))
    return { body: { total: all.length, next, certificates } }
  },
}
