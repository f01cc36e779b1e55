import { validityOf, type Certificate } from '../catalog/certificate.js'
import { daysBetween, type Day } from '../catalog/day.js'
import type { WarningStep } from '../catalog/notify/certificate-warning.js'
import { renewalWindow, shownCertificate } from '../catalog/standing.js'

/**
 * How near its end a certificate is, what has to be done first on top. `window`: dossiers for renewal are taken (180 to
 * 120 days left); `late`: no longer; `pending`: a dossier is in and not decided yet.
 */
export const END_STAGES = ['days30', 'days90', 'late', 'window', 'pending', 'expired'] as const
export type EndStage = (typeof END_STAGES)[number]

/** Days left at which a producer is warned. */
const WARNED_AT = { days90: 90, days30: 30 } as const
/** An end longer ago is no news: a list of old certificates that is imported tells nobody of each. */
const NEWS_DAYS = 30

/** The end of the certificate by which a product is known. */
export interface CertificateEnd {
  readonly certificate: Certificate
  /** The first day on which it is no longer valid. */
  readonly until: Day
  /** Negative once it has ended. */
  readonly daysLeft: number
  /** Null while nothing has to be done. */
  readonly stage: EndStage | null
}

/** True when another certificate of the product runs longer: its decision is made already. */
const isFollowed = (certificate: Certificate, until: Day, history: readonly Certificate[]): boolean =>
  history.some((other) => {
    if (other === certificate || other.outcome !== 'recognized' || other.withdrawn) return false
    const validity = validityOf(other)
    return validity !== null && validity.until.earliest > until
  })

/** How the end of a product's certificate stands on a day; null without one whose end is known to the day. */
export function certificateEnd(history: readonly Certificate[], today: Day): CertificateEnd | null {
  const shown = shownCertificate(history, today)
  if (!shown || shown.certificate.outcome !== 'recognized' || shown.standing === 'withdrawn') return null
  const { certificate, standing } = shown
  const [window, validity] = [renewalWindow(certificate), validityOf(certificate)]
  if (!window || !validity) return null
  const until = validity.until.earliest
  const daysLeft = daysBetween(today, until)
  const isPending = certificate.renewal !== undefined && certificate.renewal.decidedOn === undefined
  const stageNow = (): EndStage | null => {
    if (isFollowed(certificate, until, history)) return null
    if (daysLeft <= 0) return standing === 'extended' ? 'pending' : 'expired'
    if (today < window.opens) return null
    if (isPending) return 'pending'
    if (today < window.closes) return 'window'
    if (daysLeft > WARNED_AT.days90) return 'late'
    return daysLeft > WARNED_AT.days30 ? 'days90' : 'days30'
  }
  return { certificate, until, daysLeft, stage: stageNow() }
}

/** The step of which a producer is to be warned on this day; null for none. */
export function warningStep({ stage, daysLeft }: Pick<CertificateEnd, 'stage' | 'daysLeft'>): WarningStep | null {
  if (stage === 'days90' || stage === 'days30') return stage
  return stage === 'expired' && daysLeft > -NEWS_DAYS ? 'expired' : null
}
