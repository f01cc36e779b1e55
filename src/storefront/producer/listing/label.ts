import { CatalogError } from '../../../catalog/errors.js'
import { requiredLabelFacts } from '../../../catalog/packs/label-facts.js'
import type { ProductDraft, Submission } from '../../../catalog/submission.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay } from '../../format.js'
import { say } from '../../language.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { provinceChoices } from '../../shopping/place-choice.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { lastListing } from './last-listing.js'
import { FACTS, readLabel } from './read-label.js'
import { fieldLabel, stepPath, stepTitle, submissionOf, toStepFrame } from './steps.js'

const ALL_SETS = Array.from({ length: 26 }, (_, index) => index + 1)

/** The sets in their groups, as the programme has them. */
const toGroups = (chosen: string, visit: Visit) =>
  visit.catalog.reference.groups.groups.map((group) => ({
    label: say(group, visit.language).text,
    sets: group.sets.map((set) => ({
      value: String(set.number),
      label: say(set, visit.language).text,
      isChosen: String(set.number) === chosen,
    })),
  }))

/** Facts that seldom differ from one product to the next of the same producer. */
const KEPT: ReadonlySet<string> = new Set(['shelfLife', 'storage'])

function toFacts({ content }: Submission, last: ProductDraft | null, visit: Visit) {
  const { groups } = visit.catalog.reference
  const { group = null, set = null } = content.classification ?? last?.classification ?? {}
  const required = requiredLabelFacts(group, set)
  return FACTS.map((fact) => {
    const value = content.labelFacts[fact] ?? (KEPT.has(fact) ? last?.labelFacts[fact] : undefined)
    return {
      path: `labelFacts.${fact}`,
      label: visit.messages.product.labelFacts[fact],
      value: visit.form.get(`labelFacts.${fact}`) ?? (typeof value === 'string' ? value : (value?.vi ?? '')),
      isLong: fact === 'ingredients' || fact === 'usage',
      isNeeded: required.includes(fact),
      /** The sets that need it: the page's script shows what the chosen one asks for. */
      sets: ALL_SETS.filter((number) => requiredLabelFacts(groups.set(number).group, number).includes(fact)).join(' '),
    }
  })
}

function toPlace({ content }: Submission, visit: Visit) {
  const { places } = visit.catalog.reference
  const today = content.origin ? places.today(content.origin) : null
  return {
    words: content.origin ? places.describe(content.origin, visit.catalog.today(), visit.language) : null,
    province: visit.form.get('origin') ?? today?.province ?? '',
    commune: visit.form.get('origin.commune') ?? '',
    provinces: provinceChoices(visit),
  }
}

function toClaim({ certificate }: Submission, { form }: Visit) {
  const field = (name: string, value: string | undefined): string => form.get(`certificate.${name}`) ?? value ?? ''
  return {
    stars: field('stars', certificate && String(certificate.stars)),
    decisionNumber: field('decisionNumber', certificate?.decisionNumber),
    issuedOn: field('issuedOn', certificate && formatDay(certificate.issuedOn)),
    productCode: field('productCode', certificate?.productCode),
  }
}

function labelPage(submission: Submission, visit: Visit, problems: FormProblems): Reply {
  const { content } = submission
  // Only a step that nothing was written into yet begins with what is known from before.
  const isFresh = content.classification === null && Object.values(content.labelFacts).every((fact) => !fact)
  const last = isFresh ? lastListing(submission, visit) : null
  const set = content.classification?.set ?? last?.classification?.set ?? ''
  const chosen = visit.form.get('classification.set') ?? String(set)
  const view = {
    ...problems,
    ...toStepFrame(submission, 'label', visit),
    like: last && visit.messages.listing.label.like(last.name?.vi ?? visit.messages.listing.untitled),
    groups: toGroups(chosen, visit),
    facts: toFacts(submission, last, visit),
    description: visit.form.get('description') ?? content.description?.vi ?? '',
    place: toPlace(submission, visit),
    claim: toClaim(submission, visit),
  }
  return page('producer/listing-label', { title: stepTitle(submission, 'label', visit) }, view, {
    status: problems.status,
  })
}

export const label: Handler = (visit) => labelPage(submissionOf(visit), visit, NO_PROBLEMS)

export const postLabel: Handler = async (visit) => {
  const submission = submissionOf(visit)
  const { issues } = readLabel(visit.form, submission, visit.catalog.reference)
  const labels = Object.fromEntries(issues.map(({ path }) => [path, fieldLabel(path, visit)]))
  try {
    const saved = await visit.catalog.submissions.save(personOf(visit), submission.id, (now) => {
      const { content, certificate } = readLabel(visit.form, now, visit.catalog.reference)
      return { content, certificate }
    })
    if (issues.length > 0)
      return labelPage(saved, visit, toFormProblems(new CatalogError('INVALID_INPUT', { issues }), labels, visit))
  } catch (error) {
    return labelPage(submission, visit, toFormProblems(error, labels, visit))
  }
  return redirect(visit.links.to(stepPath(submission, 'check')))
}
