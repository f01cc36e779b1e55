import type { ProducerSettings } from '../catalog/notify/producer-settings.js'
import type { Submission } from '../catalog/submission.js'

/** Of a hundred that were approved at once, so many are looked at later. A rule of this software. */
const SAMPLE_RATE = 20

/**
 * Whether what a producer sends is approved at once: when the office trusts it, and the submission claims nothing of a
 * certificate, since that is for the office alone to confirm.
 */
export const isApprovedAtOnce = (settings: ProducerSettings | null, { certificate }: Submission): boolean =>
  settings?.trusted !== undefined && certificate === undefined

/** @param draw - A random whole number from 0 to 99. */
export const drawSample = (draw: number): NonNullable<Submission['sampling']> => ({
  rate: SAMPLE_RATE,
  isChosen: draw < SAMPLE_RATE,
})

/** True for what was approved at once, was drawn, and nobody has looked at yet. */
export const awaitsSample = ({ sampling }: Submission): boolean =>
  sampling?.isChosen === true && sampling.checked === undefined
