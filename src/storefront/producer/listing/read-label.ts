import type { FieldIssue } from '../../../catalog/errors.js'
import { CatalogError } from '../../../catalog/errors.js'
import { LabelFacts, type LabelFact } from '../../../catalog/packs/label-facts.js'
import { parse } from '../../../catalog/parse.js'
import type { PlaceRef } from '../../../catalog/places/place.js'
import type { Places } from '../../../catalog/places/places.js'
import type { ProductGroups } from '../../../catalog/product-groups.js'
import { CertificateClaim, type ProductDraft, type Submission } from '../../../catalog/submission.js'
import { localizedParagraphs } from '../../../catalog/text.js'
import { attempt } from './read-goods.js'
import { readTypedDay } from './read-numbers.js'

export const FACTS: readonly LabelFact[] = [
  'ingredients',
  'shelfLife',
  'storage',
  'usage',
  'declarationNumber',
  'warnings',
]

const PLAIN: ReadonlySet<LabelFact> = new Set(['shelfLife', 'declarationNumber'])

/** A Vietnamese text keeps the English one that an office may have added. */
const localized = (typed: string, old: { readonly en?: string | undefined } | string | undefined) => ({
  vi: typed,
  ...(typeof old === 'object' && old.en ? { en: old.en } : {}),
})

function readFacts(form: URLSearchParams, old: LabelFacts, issues: FieldIssue[]): LabelFacts {
  const read = FACTS.map((fact) => {
    const path = `labelFacts.${fact}`
    const typed = (form.get(path) ?? '').trim()
    const value = attempt<unknown>(issues, path, old[fact], () =>
      typed === '' ? undefined : parse(LabelFacts.shape[fact], PLAIN.has(fact) ? typed : localized(typed, old[fact])),
    )
    return [fact, value] as const
  })
  return Object.fromEntries(read)
}

function readPlace(form: URLSearchParams, old: PlaceRef | undefined, places: Places): PlaceRef | undefined {
  const [province, words] = [form.get('origin') ?? '', (form.get('origin.commune') ?? '').trim()]
  const known = places.findProvince('2025-07', province)
  if (!known) return old
  const isSame = old && places.today(old).province === province && words === ''
  return isSame ? old : places.resolve(known, words)
}

function readCertificate(form: URLSearchParams, issues: FieldIssue[]): CertificateClaim | null {
  const stars = form.get('certificate.stars') ?? ''
  if (stars === '') return null
  const typed = (name: string): string | undefined => (form.get(`certificate.${name}`) ?? '').trim() || undefined
  const issued = typed('issuedOn')
  const claim = {
    stars: Number(stars),
    issuedOn: issued === undefined ? undefined : (readTypedDay(issued) ?? issued),
    decisionNumber: typed('decisionNumber'),
    productCode: typed('productCode'),
  }
  try {
    return parse(CertificateClaim, claim)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'INVALID_INPUT') throw error
    issues.push(...error.issues.map((issue) => ({ ...issue, path: `certificate.${issue.path}` })))
    return null
  }
}

/** What the third step was given that is right, and what is wrong with the rest. */
export function readLabel(
  form: URLSearchParams,
  { content: draft, certificate: old }: Submission,
  { places, groups }: { readonly places: Places; readonly groups: ProductGroups },
) {
  const issues: FieldIssue[] = []
  const number = Number(form.get('classification.set') ?? '')
  const isSet = Number.isInteger(number) && number >= 1 && number <= 26
  const isSameSet = draft.classification?.set === number
  const chosen = isSet && !isSameSet
  const classification = chosen
    ? { set: number, group: groups.set(number).group, basis: 'proposal' as const }
    : draft.classification
  const description = attempt(issues, 'description', draft.description, () => {
    const typed = form.get('description') ?? ''
    return typed.trim() === '' ? undefined : parse(localizedParagraphs(10_000), localized(typed, draft.description))
  })
  const content: ProductDraft = {
    ...draft,
    classification,
    description,
    origin: readPlace(form, draft.origin, places),
    labelFacts: readFacts(form, draft.labelFacts, issues),
  }
  const before = issues.length
  const claim = readCertificate(form, issues)
  return { content, certificate: issues.length > before ? (old ?? null) : claim, issues }
}
