import type { FeedbackKind, FeedbackSubject } from '../../catalog/care/feedback.js'
import { say, vietnamese, type Said } from '../language.js'
import type { Visit } from '../visit.js'

type Of = FeedbackSubject['of']

/** What a form of feedback is about, as its address names it: `product:ca-phe-bot`. */
export interface About extends SubjectWords {
  readonly of: Of
  /** A record's id; the code of an order. */
  readonly id: string
}

/** What can be said about each kind of thing; the first is chosen when there is hardly another. */
const KINDS: Readonly<Record<Of, readonly FeedbackKind[]>> = {
  site: ['question', 'information', 'goods', 'delivery', 'seller', 'safety', 'other'],
  order: ['delivery', 'goods', 'seller', 'safety', 'question', 'other'],
  product: ['information', 'safety', 'question', 'other'],
  producer: ['seller', 'information', 'question', 'other'],
  listing: ['listing', 'other'],
  review: ['content', 'other'],
  question: ['content', 'other'],
}

const CHOSEN: Readonly<Partial<Record<Of, FeedbackKind>>> = {
  product: 'information',
  listing: 'listing',
  review: 'content',
  question: 'content',
}

export const kindsFor = ({ of }: About): readonly FeedbackKind[] => KINDS[of]
export const chosenKind = ({ of }: About): FeedbackKind | '' => CHOSEN[of] ?? ''
export const writeAbout = ({ of, id }: Pick<About, 'of' | 'id'>): string => (of === 'site' ? '' : `${of}:${id}`)

const plain = (text: string): Said => ({ text, lang: null })

/** What feedback is about, in words. */
export interface SubjectWords {
  /** "A review of"; null where the label says it all. */
  readonly lead: string | null
  readonly label: Said
  /** The platform of a listing. */
  readonly platform: Said | null
  readonly href: string | null
}

const words = (label: Said, href: string | null = null): SubjectWords => ({ lead: null, label, platform: null, href })

function findWords(of: Of, id: string, visit: Visit): SubjectWords | null {
  const { state } = visit.catalog
  const { subjects } = visit.messages.care.feedback
  if (of === 'order') return words(plain(subjects.order(id)), visit.links.to(`/orders/${id}`))
  if (of === 'producer') {
    const producer = state.find('producers', id)
    return producer && words(vietnamese(producer.name, visit.language), visit.links.to(`/producers/${producer.slug}`))
  }
  if (of === 'site') return null
  const productId = of === 'product' ? id : state.find(`${of}s`, id)?.productId
  const product = productId === undefined ? null : state.find('products', productId)
  if (product?.status !== 'published') return null
  const named = words(say(product.name, visit.language), visit.links.to(`/products/${product.slug}`))
  if (of === 'product') return named
  if (of !== 'listing') return { ...named, lead: subjects[of] }
  const platform = state.get('platforms', state.get('listings', id).platformId)
  return { ...named, lead: subjects.listing, platform: say(platform.name, visit.language) }
}

/** Reads what an address or a form says it is about; the whole site when it says nothing, null for what is not there. */
export function readAbout(text: string, visit: Visit): About | null {
  if (text === '')
    return { of: 'site', id: '', ...words(plain(visit.messages.care.feedback.aboutSite), visit.links.to('/')) }
  const [of = '', id = ''] = text.split(/:(.*)/s)
  if (!(of in KINDS) || of === 'site' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) return null
  const found = findWords(of as Of, id, visit)
  return found && { of: of as Of, id, ...found }
}

/** What stored feedback is about, in words; what is gone meanwhile is said to be gone. */
export function describeSubject({ of, id = '' }: FeedbackSubject, visit: Visit): SubjectWords {
  const { aboutSite, subjects } = visit.messages.care.feedback
  if (of === 'site') return words(plain(aboutSite))
  // Stored feedback knows the order by its id, which opens nothing; the code is with whoever ordered.
  if (of === 'order') return words(plain(subjects.ownOrder))
  return findWords(of, id, visit) ?? words(plain(subjects.gone))
}
