import type { Submission } from '../../../catalog/submission.js'
import type { ReturnReason } from '../../../catalog/submission.js'
import { fieldLabel } from '../../producer/listing/steps.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

/** The field of the draft that each ready reason belongs to. */
const TEMPLATES = {
  photoBlurry: 'photos',
  photoLabel: 'photos',
  name: 'name.vi',
  set: 'classification.set',
  pack: 'variants.0.packSize',
  declaration: 'labelFacts.declarationNumber',
  decision: 'certificate.decisionNumber',
  description: 'description',
} as const
type Template = keyof typeof TEMPLATES
const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly Template[]

/** So many reasons may be written besides the ready ones. */
const OWN = [1, 2, 3] as const

/** Fields that a reason may name. */
const FIELDS = [
  'photos',
  'name.vi',
  'classification.set',
  'origin',
  'description',
  'labelFacts.ingredients',
  'labelFacts.shelfLife',
  'labelFacts.storage',
  'labelFacts.usage',
  'labelFacts.declarationNumber',
  'labelFacts.warnings',
  'certificate.stars',
  'certificate.decisionNumber',
  'certificate.issuedOn',
] as const

const fieldsOf = ({ content }: Submission): readonly string[] => [
  ...FIELDS,
  ...content.variants.flatMap((_, index) => [`variants.${index}.packSize`, `variants.${index}.price`]),
]

/** The form for sending back, with what was chosen and typed. */
export const toReasonForm = (submission: Submission, visit: Visit) => {
  const words = visit.messages.office.review
  const chosen = visit.form.getAll('reason')
  return {
    templates: TEMPLATE_NAMES.map((name) => ({
      name,
      text: words.templates[name],
      field: fieldLabel(TEMPLATES[name], visit),
      isChosen: chosen.includes(name),
    })),
    own: OWN.map((number) => ({
      number,
      text: visit.form.get(`text-${number}`) ?? '',
      field: visit.form.get(`field-${number}`) ?? '',
    })),
    fields: fieldsOf(submission).map((value) => ({ value, label: fieldLabel(value, visit) })),
  }
}

/** A reason, and the field of the form in which it was written. */
export interface WrittenReason extends ReturnReason {
  readonly from: string
}

/** The reasons of a posted form, in its order. They are for a producer, so ready ones are in Vietnamese. */
export function readReasons({ form }: Visit, submission: Submission, ready: Readonly<Record<Template, string>>) {
  const chosen = form.getAll('reason')
  const known = fieldsOf(submission)
  const own = OWN.map((number): WrittenReason => {
    const path = singleField(form, `field-${number}`)
    const text = singleField(form, `text-${number}`).trim()
    return { path: known.includes(path) ? path : '', text, from: `text-${number}` }
  })
  return [
    ...TEMPLATE_NAMES.filter((name) => chosen.includes(name)).map((name): WrittenReason => {
      return { path: TEMPLATES[name], text: ready[name], from: 'reasons' }
    }),
    ...own.filter(({ text }) => text !== ''),
  ]
}
