import { CatalogError } from '../../../catalog/errors.js'
import { ProducerKind, type Producer } from '../../../catalog/producer.js'
import { toFormProblems, type FormProblems } from '../../form-problems.js'
import { communeChoices, findCommunes, provinceChoices } from '../../shopping/place-choice.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { FIELD_OF, keptTexts, readProfile, typedTexts } from './read-profile.js'

/** What is wrong with a profile, and the producer that bears the new name already. */
export interface ProfileProblems extends FormProblems {
  readonly known?: { readonly name: string; readonly page: string } | null | undefined
}

/** The form of a profile for its view: what is kept, or what was typed with what is wrong about it. */
export function profileView(producer: Producer, visit: Visit, problems: ProfileProblems) {
  const { catalog, messages, form } = visit
  const { places } = catalog.reference
  const words = messages.profile
  const kept = keptTexts(producer, visit)
  const typed = typedTexts(kept, visit)
  const find = form.has('pick') ? '' : (form.get('find') ?? '').trim().slice(0, 100)
  const raced = Object.entries(kept).filter(([field, value]) => value !== typed[field as keyof typeof typed])
  return {
    known: null,
    ...problems,
    saved: visit.query.has('saved'),
    action: visit.links.to(visit.path),
    version: producer.version,
    name: producer.name,
    typed,
    // What somebody else has saved meanwhile, beside the fields that say something else.
    hints: Object.fromEntries(
      problems.status === 409
        ? raced.map(([field, value]) => [field, value === '' ? words.keptNothing : words.kept(value)])
        : [],
    ) as Readonly<Record<string, string>>,
    kinds: ProducerKind.options.map((value) => ({ value, label: messages.around.producerKinds[value] })),
    placeNow: producer.place && words.placeNow(places.describe(producer.place, catalog.today(), visit.language)),
    find,
    provinces: provinceChoices(visit),
    communes: communeChoices(typed.province, visit),
    found: find === '' ? null : findCommunes(find, typed.province, visit),
  }
}

function labelsOf({ messages }: Visit): Record<string, string> {
  const words = messages.profile
  const { province, commune, street } = messages.trade.checkout
  return {
    ...{ name: words.name, kind: words.kind, phone: words.phone, website: words.website },
    ...{ province, commune, street, 'story.vi': words.storyVi, 'story.en': words.storyEn },
  }
}

/** The refusal with the fields called as the form calls them. */
function toTyped(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, path: FIELD_OF[issue.path] ?? issue.path }))
  return new CatalogError(error.code, { issues, cause: error })
}

function knownOf(error: unknown, { links }: Visit): ProfileProblems['known'] {
  const issue = error instanceof CatalogError ? error.issues.find(({ code }) => code === 'knownProducer') : undefined
  return issue
    ? { name: String(issue.params['name']), page: links.to(`/producers/${issue.params['slug'] ?? ''}`) }
    : null
}

function toProblems(error: unknown, visit: Visit): ProfileProblems {
  const problems = toFormProblems(toTyped(error), labelsOf(visit), visit)
  const isRaced = error instanceof CatalogError && error.code === 'CONFLICT'
  return isRaced
    ? { ...problems, problems: [{ text: visit.messages.profile.conflict, href: null }] }
    : { ...problems, known: knownOf(error, visit) }
}

/**
 * Saves what was typed.
 *
 * @returns what is wrong with it; null once it is saved.
 * @throws {CatalogError} what no form can tell: `FORBIDDEN`, `NOT_FOUND`.
 */
export async function saveProfile(producer: Producer, visit: Visit): Promise<ProfileProblems | null> {
  try {
    const base = Number(singleField(visit.form, 'version')) || 0
    await visit.catalog.producers.save(personOf(visit), producer.id, readProfile(producer, visit), base)
    return null
  } catch (error) {
    return toProblems(error, visit)
  }
}
