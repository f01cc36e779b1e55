import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { CertificateId, ProducerId, ProductId, Version } from '../ids.js'

/** What is told of a certificate's end: 90 days are left, 30 days are left, it has run out. */
const WARNING_STEPS = ['days90', 'days30', 'expired'] as const
export const WarningStep = z.enum(WARNING_STEPS)
export type WarningStep = z.infer<typeof WarningStep>

/**
 * The latest step of a certificate's end that was told, so that each is told once. Its id is the certificate's. Who is
 * told stands in the same commit.
 */
export const CertificateWarning = z.strictObject({
  id: CertificateId,
  version: Version,
  productId: ProductId,
  producerId: ProducerId.nullable(),
  step: WarningStep,
  /** The first day on which the certificate is no longer valid, as it was told; another day is told anew. */
  until: Day,
  changedAt: Instant,
})
export type CertificateWarning = z.infer<typeof CertificateWarning>

/** True when a step of this end was told already, or a later one. */
export const isTold = (warning: CertificateWarning | null, step: WarningStep, until: Day): boolean =>
  warning?.until === until && WARNING_STEPS.indexOf(warning.step) >= WARNING_STEPS.indexOf(step)
