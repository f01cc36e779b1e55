import { CatalogError } from '../../../catalog/errors.js'
import type { Announcement } from '../../../catalog/office/announcement.js'
import type { ProductCollection } from '../../../catalog/office/product-collection.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { fieldOfPath, readCollection, readNews } from './read-form.js'

const FIELDS = ['title', 'titleEn', 'text', 'textEn', 'link', 'from', 'until', 'products', 'query'] as const

type Known = Announcement | ProductCollection

/** The record that the address names; null for a new one. */
function knownOf(visit: Visit): Known | null {
  const { kind, id = '' } = visit.params
  if (kind !== 'news' && kind !== 'collections') throw notFound()
  if (id === 'new') return null
  return visit.catalog.state.get(kind === 'news' ? 'announcements' : 'productCollections', id)
}

function toTyped(known: Known | null, visit: Visit): Readonly<Record<string, string>> {
  if (visit.method === 'POST') return Object.fromEntries(FIELDS.map((name) => [name, visit.form.get(name) ?? '']))
  const products = known && 'productIds' in known ? known.productIds : []
  return {
    title: known?.title.vi ?? '',
    titleEn: known?.title.en ?? '',
    text: known?.text?.vi ?? '',
    textEn: known?.text?.en ?? '',
    link: known && 'link' in known ? (known.link ?? '') : '',
    from: known?.from ?? visit.catalog.today(),
    until: known?.until ?? '',
    products: products.map((id) => `/products/${visit.catalog.state.get('products', id).slug}`).join('\n'),
    query: known && 'query' in known ? (known.query ?? '') : '',
  }
}

function formPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const known = knownOf(visit)
  const words = visit.messages.office.showcase
  const isNews = visit.params['kind'] === 'news'
  const title = known?.title.vi ?? (isNews ? words.addNews : words.addCollection)
  const view = {
    ...problems,
    action: visit.links.to(visit.path),
    isNews,
    typed: toTyped(known, visit),
    isPublished: visit.method === 'POST' ? visit.form.get('published') === '1' : known?.status !== 'withdrawn',
  }
  return page('office/showcase/form', { title }, view, {
    status: problems.status,
    trail: [
      { label: { text: words.title, lang: null }, path: '/office/showcase' },
      { label: { text: title, lang: null }, path: null },
    ],
  })
}

export const showcaseForm: Handler = (visit) => formPage(visit)

/** Issues stand at the fields of the form. */
function byField(error: unknown): unknown {
  if (!(error instanceof CatalogError) || error.issues.length === 0) return error
  const issues = error.issues.map((issue) => ({ ...issue, path: fieldOfPath(issue.path) }))
  return new CatalogError(error.code, { issues, details: error.details })
}

export const postShowcase: Handler = async (visit) => {
  const known = knownOf(visit)
  const actor = personOf(visit)
  const { announcements, productCollections } = visit.catalog
  try {
    if (visit.params['kind'] === 'news') await announcements.save(actor, readNews(visit, known))
    else await productCollections.save(actor, readCollection(visit, known))
  } catch (error) {
    return formPage(visit, toFormProblems(byField(error), visit.messages.office.showcase.fields, visit))
  }
  return redirect(visit.links.to('/office/showcase', { saved: 1 }))
}
