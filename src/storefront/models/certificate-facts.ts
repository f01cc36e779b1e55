import type { Certificate } from '../../catalog/certificate.js'
import type { Product } from '../../catalog/product.js'
import { standingOn } from '../../catalog/standing.js'
import { formatDay } from '../format.js'
import type { Visit } from '../visit.js'
import { endWords, STANDING_TONES, standingText, type RecognitionWord } from './recognition.js'
import { toSource, type Source } from './source.js'

interface Fact {
  readonly label: string
  /** Null where the source says nothing; the page then says so. */
  readonly value: string | null
  /** True for a text that is Vietnamese in both languages, such as the number of a decision. */
  readonly isVietnamese?: boolean
}

export interface CertificateFacts {
  readonly stars: number | null
  readonly tone: RecognitionWord['tone']
  readonly standing: string
  readonly facts: readonly Fact[]
  readonly source: Source | null
}

function recognizedBy({ recognizedBy: by }: Certificate, visit: Visit): Fact {
  const words = visit.messages.product
  return {
    label: words.certificate.recognizedBy,
    value: by ? (by.name ?? words.levels[by.level]) : null,
    isVietnamese: by?.name !== undefined,
  }
}

function toFacts(certificate: Certificate, visit: Visit): CertificateFacts {
  const words = visit.messages.product.certificate
  const standing = standingOn(certificate, visit.catalog.today())
  const place = visit.catalog.reference.places.describe(certificate.place, visit.catalog.today(), visit.language)
  return {
    stars: certificate.stars,
    tone: STANDING_TONES[standing],
    standing: standingText(certificate, standing, visit),
    facts: [
      { label: words.decision, value: certificate.decisionNumber ?? null, isVietnamese: true },
      {
        label: words.issuedOn,
        value: certificate.issuedOn && visit.messages.product.dayWords(formatDay(certificate.issuedOn)),
      },
      { label: words.validUntil, value: certificate.outcome === 'evaluated' ? null : endWords(certificate, visit) },
      recognizedBy(certificate, visit),
      { label: words.productCode, value: certificate.productCode ?? null },
      { label: words.place, value: place },
    ],
    source: certificate.source === undefined ? null : toSource(certificate.source),
  }
}

/** A product's certificates, the newest first, with everything that their sources say and what they leave open. */
export const toCertificateFacts = (product: Product, visit: Visit): CertificateFacts[] =>
  [...visit.catalog.state.certificatesOf(product.id)]
    .sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? ''))
    .map((certificate) => toFacts(certificate, visit))
