import { CatalogError } from '../../../catalog/errors.js'
import type { SynonymRule } from '../../../catalog/office/synonym-rule.js'
import type { SynonymEffect } from '../../../search/synonym-preview.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

const MOST_MISSED = 30
const SHOWN = 5
const FIELDS = ['words', 'means', 'notIn', 'note'] as const

/** What a person separates by lines or commas. */
const toList = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter(Boolean)

function readRule({ form }: Visit) {
  const note = singleField(form, 'note').trim()
  return {
    words: toList(singleField(form, 'words')),
    means: toList(singleField(form, 'means')),
    notIn: toList(singleField(form, 'notIn')),
    direction: form.get('oneWay') === '1' ? ('oneWay' as const) : ('both' as const),
    ...(note !== '' && { note }),
    status: 'used' as const,
  }
}

const toRow = ({ id, words, means, direction, notIn, note, status }: SynonymRule, visit: Visit) => ({
  id,
  text: `${words.join(', ')} ${direction === 'both' ? '↔' : '→'} ${means.join(', ')}`,
  notIn: notIn.join(', '),
  note: note ?? '',
  isUsed: status === 'used',
  remove: visit.links.to(`/office/search/${id}/remove`),
})

function toEffect({ text, before, after, appeared, vanished, moved }: SynonymEffect, visit: Visit) {
  const words = visit.messages.office.search
  const name = (id: SynonymEffect['appeared'][number]): string => visit.catalog.state.get('products', id).name.vi
  const some = (ids: SynonymEffect['appeared']): string[] => [
    ...ids.slice(0, SHOWN).map(name),
    ...(ids.length > SHOWN ? [words.more(formatCount(ids.length - SHOWN, visit.language))] : []),
  ]
  const count = (value: number): string => formatCount(value, visit.language)
  return {
    text,
    found: before === after ? words.same(count(after)) : words.changes(count(before), count(after)),
    appeared: some(appeared),
    vanished: some(vanished),
    moved: moved.length > 0 ? words.moved(count(moved.length)) : null,
  }
}

function searchPage(
  visit: Visit,
  problems: FormProblems = NO_PROBLEMS,
  effects: readonly SynonymEffect[] | null = null,
): PageReply {
  const { form, catalog, links } = visit
  const words = visit.messages.office.search
  const missed = catalog.emptySearches().slice(0, MOST_MISSED)
  const view = {
    ...problems,
    typed: Object.fromEntries([...FIELDS, 'queries', 'oneWay'].map((name) => [name, form.get(name) ?? ''])),
    action: links.to('/office/search'),
    effects: effects?.map((effect) => toEffect(effect, visit)) ?? null,
    rules: catalog.synonyms.list(personOf(visit)).map((rule) => toRow(rule, visit)),
    missed: missed.map(({ text, count }) => ({
      text,
      count: words.times(formatCount(count, visit.language)),
      href: links.to('/products', { q: text }),
    })),
  }
  return page('office/search', { title: words.title }, view, { status: problems.status })
}

/** Issues of single words stand at the field in which they were typed. */
function byField(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, path: issue.path.split('.')[0] ?? '' }))
  return new CatalogError('INVALID_INPUT', { issues })
}

export const searchWords: Handler = (visit) => searchPage(visit)

/** Tries a rule out, or saves it: two buttons of one form. */
export const postSearchWords: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  const labels = Object.fromEntries(FIELDS.map((name) => [name, messages.office.search[name]]))
  try {
    const rule = readRule(visit)
    if (form.get('do') !== 'save') {
      const queries = toList(singleField(form, 'queries'))
      return searchPage(visit, NO_PROBLEMS, catalog.synonyms.preview(personOf(visit), rule, queries))
    }
    await catalog.synonyms.save(personOf(visit), rule)
    return redirect(visit.links.to('/office/search'))
  } catch (error) {
    return searchPage(visit, toFormProblems(byField(error), labels, visit))
  }
}

export const postRemoveSearchWords: Handler = async (visit) => {
  await visit.catalog.synonyms.remove(personOf(visit), visit.params['id'] ?? '')
  return redirect(visit.links.to('/office/search'))
}
