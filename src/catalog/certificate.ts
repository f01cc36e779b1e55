import * as z from 'zod'
import { addDays, addMonths, Day, earliest, Instant, latest, PartialDay } from './day.js'
import { CouncilResult, gradeOf, isRecognizable, Stars } from './grade.js'
import { CertificateId, ProductId, Version } from './ids.js'
import { PlaceRef } from './places/place.js'
import { ProductCode } from './packs/product-code.js'
import { line } from './text.js'

/** A certificate runs 36 months (Decision 26/2026/QĐ-TTg, Art. 12). */
export const VALID_MONTHS = 36
/** A late renewal lets the old certificate run on until it is decided, at most this long past its end. */
export const EXTENSION_DAYS = 180
/** Dossiers for renewal are handed in between these many days before the end. */
export const RENEWAL_WINDOW = { opens: 180, closes: 120 } as const
/** From this day districts, abolished, issue none; 3 stars are the province's (Decision 1489/QĐ-TTg). */
const DISTRICTS_END = '2025-07-01'

const IssuingLevel = z.enum(['district', 'province', 'ministry'])

/** Grounds for withdrawal (Decision 26/2026/QĐ-TTg), in the order of the decision. */
const WithdrawalGround = z.enum([
  'forgedPapers',
  'criteriaNoLongerMet',
  'breachOfLaw',
  'misuseOfMark',
  'productionStopped',
  'otherFinding',
])

const withdrawal = z.strictObject({ on: Day, ground: WithdrawalGround, decisionNumber: line(100).optional() })

const shape = z.strictObject({
  id: CertificateId,
  version: Version,
  productId: ProductId,
  /** `evaluated`: a council graded it, no recognition decision is known. `recognized`: a decision or certificate is named. */
  outcome: z.enum(['evaluated', 'recognized']),
  /** Null when the source does not give the grade. */
  stars: Stars.nullable(),
  council: CouncilResult.optional(),
  decisionNumber: line(100).optional(),
  recognizedBy: z.strictObject({ level: IssuingLevel, name: line(200).optional() }).optional(),
  /** As exact as the source says; null when it says nothing. */
  issuedOn: PartialDay.nullable(),
  /** As printed on the certificate; 36 months after `issuedOn` when left out. */
  expiresOn: Day.optional(),
  productCode: ProductCode.optional(),
  /** A dossier for renewal is in, not decided yet: the certificate may run on for up to 180 days. */
  renewal: z.strictObject({ filedOn: Day, decidedOn: Day.optional() }).optional(),
  withdrawn: withdrawal.optional(),
  /** The place in the words and codes of that time. */
  place: PlaceRef,
  source: line(500).optional(),
  changedAt: Instant,
})

type Shape = z.infer<typeof shape>

function inconsistencies(certificate: Shape): { path: string; why: string; whyEn: string }[] {
  const { stars, outcome, council, recognizedBy, issuedOn, expiresOn } = certificate
  const found = []
  if (outcome === 'recognized' && stars !== null && !isRecognizable(stars))
    found.push({
      path: 'stars',
      why: 'Hạng 1–2 sao không được cấp giấy chứng nhận.',
      whyEn: '1 and 2 stars get no certificate.',
    })
  if (council && stars !== null && outcome === 'recognized' && stars > gradeOf(council))
    found.push({
      path: 'stars',
      why: `Điểm và mức sàn chỉ cho ${gradeOf(council)} sao.`,
      whyEn: `Points and floors allow only ${gradeOf(council)} stars.`,
    })
  if (recognizedBy?.level === 'ministry' && stars !== null && stars < 5)
    found.push({
      path: 'recognizedBy.level',
      why: 'Hạng 3–4 sao do cấp tỉnh công nhận.',
      whyEn: '3 and 4 stars are recognised by the province.',
    })
  if (recognizedBy && recognizedBy.level !== 'ministry' && stars === 5)
    found.push({
      path: 'recognizedBy.level',
      why: 'Hạng 5 sao do cấp Bộ công nhận.',
      whyEn: '5 stars are recognised by the ministry.',
    })
  if (recognizedBy?.level === 'district' && (stars === 4 || (issuedOn !== null && earliest(issuedOn) >= DISTRICTS_END)))
    found.push({
      path: 'recognizedBy.level',
      why: 'Cấp huyện chỉ công nhận 3 sao và chỉ đến hết tháng 6/2025.',
      whyEn: 'Districts recognised 3 stars only, and only until June 2025.',
    })
  if (expiresOn && issuedOn && expiresOn <= latest(issuedOn))
    found.push({
      path: 'expiresOn',
      why: 'Ngày hết hạn phải sau ngày cấp.',
      whyEn: 'It must expire after it was issued.',
    })
  return found
}

/** One evaluation or recognition of a product: a dated fact. A product's history is the list of them. */
export const Certificate = shape.superRefine((certificate, context) => {
  for (const { path, why, whyEn } of inconsistencies(certificate))
    context.addIssue({ code: 'custom', path: path.split('.'), params: { code: 'inconsistent', why, whyEn } })
})
export type Certificate = z.infer<typeof Certificate>

/** The days on which a certificate may begin and end: a source that gives only the year leaves a span, not a day. */
export interface Validity {
  /** The first day on which it is valid. */
  readonly from: { readonly earliest: Day; readonly latest: Day }
  /** The first day on which it is no longer valid, extension not counted. */
  readonly until: { readonly earliest: Day; readonly latest: Day }
  /** Renewal dossiers are taken from `opens` up to `closes`; from `opens` on it is called expiring. */
  readonly renewal: { readonly opens: Day; readonly closes: Day }
  /** The last day, not included, to which a pending renewal can carry it. */
  readonly extendedUntil: Day
}

function toValidity(issuedOn: PartialDay, expiresOn?: Day, decidedOn?: Day): Validity {
  const from = { earliest: earliest(issuedOn), latest: latest(issuedOn) }
  const until = expiresOn
    ? { earliest: expiresOn, latest: expiresOn }
    : { earliest: addMonths(from.earliest, VALID_MONTHS), latest: addMonths(from.latest, VALID_MONTHS) }
  const limit = addDays(until.earliest, EXTENSION_DAYS)
  return {
    from,
    until,
    renewal: {
      opens: addDays(until.earliest, -RENEWAL_WINDOW.opens),
      closes: addDays(until.earliest, -RENEWAL_WINDOW.closes),
    },
    extendedUntil: decidedOn && decidedOn < limit ? decidedOn : limit,
  }
}

/** Most are decided on few days, so certificates of the same days share one. */
const byDays = new Map<string, Validity>()
/** More than the days of twenty years; of more than these the ones before are forgotten, and made anew when asked for. */
const MOST_DAYS = 8192

function sharedValidity({ issuedOn, expiresOn, renewal }: Certificate): Validity | null {
  if (issuedOn === null) return null
  const days = `${issuedOn} ${expiresOn ?? ''} ${renewal?.decidedOn ?? ''}`
  let validity = byDays.get(days)
  if (!validity) {
    if (byDays.size >= MOST_DAYS) byDays.clear()
    byDays.set(days, (validity = toValidity(issuedOn, expiresOn, renewal?.decidedOn)))
  }
  return validity
}

/** Calendar sums cost far more than comparing days, and every count asks every certificate. */
const validities = new WeakMap<Certificate, Validity | null>()

/** When a certificate runs; null when its source gives no date. */
export function validityOf(certificate: Certificate): Validity | null {
  const known = validities.get(certificate)
  if (known !== undefined) return known
  const validity = sharedValidity(certificate)
  validities.set(certificate, validity)
  return validity
}
