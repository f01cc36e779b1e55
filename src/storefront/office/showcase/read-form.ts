import type { Announcement } from '../../../catalog/office/announcement.js'
import { CatalogError, fieldError } from '../../../catalog/errors.js'
import type { ProductCollection } from '../../../catalog/office/product-collection.js'
import { toSlug } from '../../../catalog/text.js'
import { readTypedDay } from '../../producer/listing/read-numbers.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

type Known = Announcement | ProductCollection | null

/** The field of the form for a path of the record: `title.en` is `titleEn`, `productIds.2` is `products`. */
export function fieldOfPath(path: string): string {
  const [first = '', second = ''] = path.split('.')
  if (first === 'productIds') return 'products'
  if (first === 'slug' || first === 'id') return 'title'
  return second === 'en' ? `${first}En` : first
}

function freeSlug(title: string, { catalog: { state } }: Visit): string {
  const wanted = toSlug(title).slice(0, 60).replace(/-$/, '') || 'tin'
  const taken = new Set([...state.all('announcements'), ...state.all('productCollections')].map(({ slug }) => slug))
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(slug as never)) return slug
  }
}

/** A day as the browser's field sends it, or as it is typed: `20/11/2026`. */
const readDay = (typed: string): string => (/^\d{4}-/.test(typed) ? typed : (readTypedDay(typed) ?? typed))

function readCommon(visit: Visit, known: Known) {
  const field = (name: string): string => singleField(visit.form, name).trim()
  const said = (name: string) => ({ vi: field(name), ...(field(`${name}En`) ? { en: field(`${name}En`) } : {}) })
  if (field('title') === '') throw fieldError('title', 'required')
  const [from, until] = [readDay(field('from')), readDay(field('until'))]
  if (until !== '' && until < from) throw fieldError('until', 'inconsistent', LATER)
  const slug = known?.slug ?? freeSlug(field('title'), visit)
  return {
    id: known?.id ?? slug,
    slug,
    title: said('title'),
    ...(field('text') ? { text: said('text') } : {}),
    from,
    ...(until ? { until } : {}),
    status: visit.form.get('published') === '1' ? ('published' as const) : ('withdrawn' as const),
  }
}

const LATER = {
  why: 'Ngày cuối phải không sớm hơn ngày đầu.',
  whyEn: 'The last day must not be before the first.',
}

/** @throws {CatalogError} `INVALID_INPUT` */
export function readNews(visit: Visit, known: Known) {
  const link = singleField(visit.form, 'link').trim()
  return { ...readCommon(visit, known), ...(link ? { link } : {}) }
}

/** @throws {CatalogError} `INVALID_INPUT`, at `products` for each line that names no product. */
export function readCollection(visit: Visit, known: Known) {
  const query = singleField(visit.form, 'query').trim()
  const { state } = visit.catalog
  const lines = singleField(visit.form, 'products').split('\n')
  const wanted = lines
    .map((line) =>
      line
        .trim()
        .replace(/^.*\/products\//, '')
        .replace(/[?#][^]*/, ''),
    )
    .filter(Boolean)
  const found = wanted.map((name) => state.findBySlug('products', name) ?? state.find('products', name))
  const unknown = wanted.filter((_, index) => !found[index])
  if (unknown.length > 0) {
    const issues = unknown.map((value) => ({
      path: 'products',
      code: 'notFound' as const,
      params: { value: value.slice(0, 100) },
    }))
    throw new CatalogError('INVALID_INPUT', { issues })
  }
  const cover = known && 'cover' in known && known.cover ? { cover: known.cover } : {}
  const productIds = [...new Set(found.flatMap((product) => (product ? [product.id] : [])))]
  return { ...readCommon(visit, known), ...cover, productIds, ...(query ? { query } : {}) }
}
