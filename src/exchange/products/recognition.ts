import { Certificate } from '../../catalog/certificate.js'
import { earliest, type PartialDay, type Instant } from '../../catalog/day.js'
import type { Stars } from '../../catalog/grade.js'
import { parse } from '../../catalog/parse.js'
import type { PlaceRef } from '../../catalog/places/place.js'
import { gatherIssues, refuseRow, rowIssue } from '../import/fault.js'
import { without } from '../import/staging.js'
import { correctPlace } from './place-of-row.js'
import type { CertificateDraft } from './certificate-book.js'
import type { ProductRow as Row } from './product-columns.js'

/** Stands in for the time of change, which the catalog sets, while a draft is checked. */
const STAMP = '2000-01-01T00:00:00Z' as Instant

/** The day as exact as the row says it: the decision's, else the year. */
export const dateOf = (row: Partial<Row>): PartialDay | null =>
  row.decision_date ?? (row.year as PartialDay | undefined) ?? null

/** True when the row says anything about an evaluation or a recognition. */
export const statesRecognition = (row: Row): boolean =>
  [row.stars, row.year, row.decision_number, row.decision_date, row.expires_on, row.product_code, row.evidence].some(
    (fact) => fact !== undefined,
  )

/** From this day 3 stars are the province's too; before it was mostly the district, which a row cannot prove (Decision 1489/QĐ-TTg). */
const PROVINCE_GRADES_ALL = '2025-07-01'

/** Who recognised it, where the grade and the date leave no doubt. */
function recognizedBy(stars: Stars | null, date: PartialDay | null): CertificateDraft['recognizedBy'] {
  if (stars === 5) return { level: 'ministry' }
  if (stars === 4) return { level: 'province' }
  return stars === 3 && date !== null && earliest(date) >= PROVINCE_GRADES_ALL ? { level: 'province' } : undefined
}

const agree = (a: string | null | undefined, b: string | null | undefined): boolean => !a || !b || a === b

const datesAgree = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a)

/** The certificate of a product's history that the row speaks of: nothing in it contradicts the row's decision and date. */
export function findRecognition<C extends Pick<CertificateDraft, 'decisionNumber' | 'issuedOn'>>(
  history: readonly C[],
  row: Row,
): C | null {
  const date = dateOf(row)
  const candidates = history.filter(
    (certificate) => agree(certificate.decisionNumber, row.decision_number) && datesAgree(certificate.issuedOn, date),
  )
  const exact = candidates.find(
    ({ decisionNumber, issuedOn }) => decisionNumber === row.decision_number && issuedOn === date,
  )
  return exact ?? candidates[0] ?? null
}

const moreExact = (known: string | null, stated: PartialDay | null): string | null =>
  stated === null || known?.startsWith(stated) === true ? known : stated

function outcomeOf(row: Row, known: CertificateDraft | null): CertificateDraft['outcome'] {
  if (row.evidence !== undefined) return row.evidence === 'A' ? 'recognized' : 'evaluated'
  return row.decision_number === undefined ? (known?.outcome ?? 'evaluated') : 'recognized'
}

/** Paths of a certificate, by the column that states them. */
const FIELD_OF: Readonly<Record<string, string>> = {
  stars: 'stars',
  'recognizedBy.level': 'stars',
  issuedOn: 'decision_date',
  expiresOn: 'expires_on',
  decisionNumber: 'decision_number',
  productCode: 'product_code',
  outcome: 'evidence',
  source: 'source',
}

/**
 * What the row and what is known of its recognition come to together. Nothing is invented: a decision number, a date
 * or a grade that neither states stays empty.
 *
 * @throws {CatalogError} `INVALID_INPUT` when the facts contradict each other, paths being field names.
 */
export function mergeRecognition(
  row: Row,
  known: CertificateDraft | null,
  identity: Pick<CertificateDraft, 'id' | 'productId'>,
  place: PlaceRef,
): CertificateDraft {
  if (row.evidence !== undefined && row.evidence !== 'A' && row.decision_number !== undefined)
    throw refuseRow(
      rowIssue(
        'evidence',
        'Đã có số quyết định thì mức chứng cứ phải là A (có quyết định).',
        'With a decision number the evidence must be A (decision named).',
      ),
    )
  const stars = row.stars ?? known?.stars ?? null
  const issuedOn = moreExact(known?.issuedOn ?? null, dateOf(row)) as PartialDay | null
  const outcome = outcomeOf(row, known)
  const level = outcome === 'recognized' ? recognizedBy(stars, issuedOn) : undefined
  const merged = {
    ...known,
    ...identity,
    outcome,
    stars,
    issuedOn,
    recognizedBy: level ?? (stars === known?.stars ? known.recognizedBy : undefined),
    decisionNumber: row.decision_number ?? known?.decisionNumber,
    expiresOn: row.expires_on ?? known?.expiresOn,
    productCode: row.product_code ?? known?.productCode,
    place: known ? correctPlace(known.place, place) : place,
    source: row.source ?? known?.source,
  }
  const check = gatherIssues(() =>
    parse(Certificate, { ...without(merged, 'baseVersion'), version: 1, changedAt: STAMP }),
  )
  if ('issues' in check)
    throw refuseRow(...check.issues.map((issue) => ({ ...issue, path: FIELD_OF[issue.path] ?? '' })))
  return merged
}
