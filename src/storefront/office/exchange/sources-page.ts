import { CatalogError, fieldError } from '../../../catalog/errors.js'
import { fetchKeys } from '../../../exchange/bundle/key-set.js'
import { pullSource } from '../../../exchange/bundle/take-bundle.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount, formatInstant } from '../../format.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'

const PATH = '/office/exchange'

function sourcesPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { catalog, messages, links, form, language, query } = visit
  const words = messages.sources
  const typed = (name: string): string => form.get(name) ?? ''
  const view = {
    ...problems,
    action: links.to(PATH),
    done: { pull: words.pulled, accepted: words.accepted, reset: words.forgotten }[query.get('done') ?? ''] ?? null,
    rows: catalog.exchange.sources().map(({ id, name, site, keys, latest, askedAt, failure }) => ({
      id,
      name,
      site,
      keys: keys.map(({ kid }) => kid).join(' '),
      latest: latest
        ? words.latest(formatCount(latest.sequence, language), formatInstant(latest.issuedAt))
        : words.never,
      asked: askedAt === undefined ? null : words.asked(formatInstant(askedAt)),
      mayReset: latest !== undefined,
      hasOtherHistory: failure?.code === 'BUNDLE_OTHER_HISTORY',
      failure: failure ? words.failed(formatInstant(failure.at), failure.why) : null,
    })),
    typed: { id: typed('id'), name: typed('name'), site: typed('site'), key: typed('key') },
  }
  return page('office/exchange', { title: words.title }, view, { status: problems.status })
}

/** The sources with what was taken last, and a form for one more. */
export const sources: Handler = (visit) => sourcesPage(visit)

/** What another site did wrong stands on the page; it is no fault of this one. */
function toProblems(error: unknown, visit: Visit): FormProblems {
  if (error instanceof CatalogError && error.code === 'NO_ANSWER')
    return { status: 502, problems: [{ text: error.text(visit.language), href: null }], errors: {} }
  return toFormProblems(error, visit.messages.sources.fields, visit)
}

/** Accepts a site whose key the form names, as its people have told it. */
export const postAccept: Handler = async (visit) => {
  const { form, catalog } = visit
  const [id, name, key] = [singleField(form, 'id'), singleField(form, 'name'), singleField(form, 'key').trim()]
  const typed = singleField(form, 'site').trim()
  const site = typed.endsWith('/') ? typed.slice(0, -1) : typed
  try {
    if (key === '') throw fieldError('key', 'required')
    const keys = (await fetchKeys(catalog, site)).filter(({ kid }) => kid === key)
    if (keys.length === 0) throw fieldError('key', 'notFound', { value: key.slice(0, 60) })
    await catalog.exchange.accept(personOf(visit), { id, name, site, keys })
  } catch (error) {
    return sourcesPage(visit, toProblems(error, visit))
  }
  return redirect(visit.links.to(PATH, { done: 'accepted' }))
}

/** Asks one source for what is new. */
export const postPull: Handler = async (visit) => {
  const { catalog, form } = visit
  const source = catalog.state.get('exchangeSources', singleField(form, 'id'))
  try {
    await pullSource(catalog, personOf(visit), source)
  } catch (error) {
    return sourcesPage(visit, toProblems(error, visit))
  }
  return redirect(visit.links.to(PATH, { done: 'pull' }))
}

/** Forgets which bundle of a source was taken last. */
export const postReset: Handler = async (visit) => {
  await visit.catalog.exchange.reset(personOf(visit), singleField(visit.form, 'id'))
  return redirect(visit.links.to(PATH, { done: 'reset' }))
}
