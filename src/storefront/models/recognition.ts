import { validityOf, type Certificate } from '../../catalog/certificate.js'
import type { PartialDay } from '../../catalog/day.js'
import type { Product } from '../../catalog/product.js'
import { shownCertificate, type Standing } from '../../catalog/standing.js'
import { formatDay } from '../format.js'
import type { Visit } from '../visit.js'

/** How a certificate stands, in the words of the page. */
export interface RecognitionWord {
  readonly stars: number | null
  readonly standing: Standing
  /** `good` counts as recognised today, `open` cannot be said, `past` is over. */
  readonly tone: 'good' | 'open' | 'past'
  readonly text: string
}

export const STANDING_TONES: Readonly<Record<Standing, RecognitionWord['tone']>> = {
  valid: 'good',
  expiring: 'good',
  extended: 'good',
  uncertain: 'open',
  evaluated: 'open',
  notYet: 'open',
  expired: 'past',
  withdrawn: 'past',
}

/** When a certificate ends, no more exact than its source dates the beginning; null when it gives no date. */
export function endWords(certificate: Certificate, visit: Visit): string | null {
  const until = validityOf(certificate)?.until
  if (!until || certificate.issuedOn === null) return null
  const exactness = until.earliest === until.latest ? until.earliest.length : certificate.issuedOn.length
  return visit.messages.product.dayWords(formatDay(until.earliest.slice(0, exactness) as PartialDay))
}

/** How a certificate stands, in a short sentence. */
export function standingText(certificate: Certificate, standing: Standing, visit: Visit): string {
  const { standing: words, dayWords } = visit.messages.product
  const end = endWords(certificate, visit) ?? ''
  switch (standing) {
    case 'valid':
    case 'expiring':
    case 'expired':
      return words[standing](end)
    case 'withdrawn':
      return words.withdrawn(certificate.withdrawn ? formatDay(certificate.withdrawn.on) : '')
    case 'uncertain':
      return certificate.issuedOn ? words.uncertain(dayWords(formatDay(certificate.issuedOn))) : words.undated
    default:
      return words[standing]
  }
}

/** The stars that a product shows and how they stand today; null when it never had a certificate. */
export function toRecognition(product: Product, visit: Visit): RecognitionWord | null {
  const shown = shownCertificate(visit.catalog.state.certificatesOf(product.id), visit.catalog.today())
  if (!shown) return null
  const { certificate, standing } = shown
  return {
    stars: certificate.stars,
    standing,
    tone: STANDING_TONES[standing],
    text: standingText(certificate, standing, visit),
  }
}
