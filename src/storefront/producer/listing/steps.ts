import type { Submission } from '../../../catalog/submission.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const STEPS = ['photos', 'goods', 'label', 'check'] as const
export type ListingStep = (typeof STEPS)[number]

/** The submission that the address names. @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
export const submissionOf = (visit: Visit): Submission =>
  visit.catalog.submissions.get(personOf(visit), visit.params['id'] ?? '')

export const stepPath = ({ id }: Pick<Submission, 'id'>, step: ListingStep): string =>
  step === 'check' ? `/producer/submissions/${id}` : `/producer/submissions/${id}/${step}`

/** The step on which a field of the draft is asked for. */
export function stepOfPath(path: string): ListingStep {
  if (path.startsWith('photos')) return 'photos'
  return path.startsWith('name') || path.startsWith('variants') ? 'goods' : 'label'
}

/** What is said of a field of the draft, by its path: `variants.1.price` is "Giá (quy cách 2)". */
export function fieldLabel(path: string, visit: Visit): string {
  const { fields, goods } = visit.messages.listing
  const named = (fields as Readonly<Record<string, string>>)[path]
  if (named !== undefined) return named
  const [first = '', second = '', third = ''] = path.split('.')
  const facts: Readonly<Record<string, string>> = visit.messages.product.labelFacts
  if (first === 'labelFacts') return facts[second] ?? path
  const of = (fields as Readonly<Record<string, string>>)[first === 'variants' ? third : first] ?? path
  const number = first === 'variants' && /^\d+$/.test(second) ? Number(second) + 1 : 1
  return number > 1 ? `${of} (${goods.variant(number).toLowerCase()})` : of
}

/** The way through the steps, for the top of each page. */
const toSteps = (submission: Submission, current: ListingStep, visit: Visit) =>
  STEPS.map((step, index) => ({
    label: visit.messages.listing.steps[step],
    href: visit.links.to(stepPath(submission, step)),
    isCurrent: step === current,
    number: index + 1,
  }))

/** What every step's page shows around its form. */
export const toStepFrame = (submission: Submission, current: ListingStep, visit: Visit) => ({
  id: submission.id,
  version: submission.version,
  name: submission.content.name?.vi ?? visit.messages.listing.untitled,
  steps: toSteps(submission, current, visit),
  number: STEPS.indexOf(current) + 1,
  count: STEPS.length,
  action: visit.links.to(stepPath(submission, current)),
  reasons: (submission.status === 'returned' ? (submission.history.at(-1)?.reasons ?? []) : []).map(
    ({ path, text }) => ({
      label: path === '' ? visit.messages.listing.fields.whole : fieldLabel(path, visit),
      text,
      href: path === '' ? null : `${visit.links.to(stepPath(submission, stepOfPath(path)))}#${path}`,
    }),
  ),
})

export const stepTitle = (submission: Submission, step: ListingStep, visit: Visit): string =>
  `${visit.messages.listing.steps[step]}: ${submission.content.name?.vi ?? visit.messages.listing.untitled}`
