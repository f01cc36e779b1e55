import { CatalogError, fieldError } from '../../../catalog/errors.js'
import type { Platform } from '../../../catalog/platform.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { readTypedDay } from '../../producer/listing/read-numbers.js'
import { freePlatformSlug } from './free-slug.js'

const FIELDS = ['name', 'operator', 'website', 'openedOn', 'closedOn', 'source'] as const

/** The platform that the address names; null for a new one. This shop itself is none of them. */
function knownOf(visit: Visit): Platform | null {
  const { id = '' } = visit.params
  if (id === 'new') return null
  const found = visit.catalog.state.get('platforms', id)
  if (found.own) throw new CatalogError('NOT_FOUND', { details: { what: 'platform', id } })
  return found
}

function toTyped(known: Platform | null, visit: Visit): Readonly<Record<string, string>> {
  if (visit.method === 'POST') return Object.fromEntries(FIELDS.map((name) => [name, visit.form.get(name) ?? '']))
  return Object.fromEntries(
    FIELDS.map((name) => [name, name === 'name' ? (known?.name.vi ?? '') : (known?.[name] ?? '')]),
  )
}

function formPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const known = knownOf(visit)
  const words = visit.messages.office.platforms
  const title = known?.name.vi ?? words.add
  return page(
    'office/platforms/form',
    { title },
    { ...problems, action: visit.links.to(visit.path), typed: toTyped(known, visit) },
    {
      status: problems.status,
      trail: [
        { label: { text: words.title, lang: null }, path: '/office/platforms' },
        { label: { text: title, lang: null }, path: null },
      ],
    },
  )
}

export const platformForm: Handler = (visit) => formPage(visit)

/** A day as the browser's field sends it, or as it is typed: `20/11/2026`. */
const readDay = (typed: string): string => (/^\d{4}-/.test(typed) ? typed : (readTypedDay(typed) ?? typed))

/** An address with or without `https://`. */
const readAddress = (typed: string): string => (/^https?:/i.test(typed) ? typed : `https://${typed}`)

/** @throws {CatalogError} `INVALID_INPUT` */
function readForm(visit: Visit, known: Platform | null) {
  const field = (name: (typeof FIELDS)[number]): string => singleField(visit.form, name).trim()
  if (field('name') === '') throw fieldError('name', 'required')
  const slug = known?.slug ?? freePlatformSlug(field('name'), visit)
  const days = { openedOn: readDay(field('openedOn')), closedOn: readDay(field('closedOn')) }
  return {
    id: known?.id ?? slug,
    slug,
    own: false,
    name: { ...known?.name, vi: field('name') },
    ...(known?.description ? { description: known.description } : {}),
    ...(field('operator') ? { operator: field('operator') } : {}),
    ...(field('website') ? { website: readAddress(field('website')) } : {}),
    ...(field('source') ? { source: field('source') } : {}),
    ...(days.openedOn ? { openedOn: days.openedOn } : {}),
    ...(days.closedOn ? { closedOn: days.closedOn } : {}),
  }
}

/** Issues stand at the fields of the form: `name.vi` at `name`. */
function byField(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, path: issue.path.split('.')[0] ?? '' }))
  return new CatalogError(error.code, { issues, details: error.details })
}

export const postPlatform: Handler = async (visit) => {
  try {
    await visit.catalog.platforms.save(personOf(visit), readForm(visit, knownOf(visit)))
  } catch (error) {
    return formPage(visit, toFormProblems(byField(error), visit.messages.office.platforms.fields, visit))
  }
  return redirect(visit.links.to('/office/platforms', { saved: 1 }))
}
