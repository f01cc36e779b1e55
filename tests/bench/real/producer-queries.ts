import { draw } from '../generator.js'
import type { RealProduct } from './catalog.js'
import { canonical, holdsPhrase } from './goods.js'
import type { Add, Grade } from './grades.js'
import { withoutMarks } from './letters.js'
import { lies } from './place-queries.js'

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Hợp tác xã/u, 'HTX'],
  [/^Tổ hợp tác/u, 'THT'],
  [/^Công ty TNHH/u, 'Cty TNHH'],
  [/^Công ty Cổ phần/u, 'CTCP'],
  [/^Công ty cổ phần/u, 'Cty CP'],
  [/^Hộ kinh doanh/u, 'HKD'],
  [/^Cơ sở sản xuất/u, 'CSSX'],
]
const shortForm = (name: string): string =>
  SHORT.reduce((text, [long, short]) => text.replace(long, short), name).replace('Nông nghiệp', 'NN')

/** Kinds that people leave out. */
const TYPED_WITHOUT = /^(?:Hộ kinh doanh|Hợp tác xã Nông nghiệp|Công ty TNHH|Công ty Cổ phần|Cơ sở sản xuất) /u
const KIND =
  /^(?:Hợp tác xã(?: Nông nghiệp| Sản xuất, Thương mại và Dịch vụ)?|Tổ hợp tác|Công ty(?: TNHH)?(?: MTV| Cổ phần)?|Hộ kinh doanh|Cơ sở sản xuất) /u
const ownName = (name: string): string => name.replace(KIND, '')

/** Producers by their full names, short forms and own names. */
export function producerQueries(products: readonly RealProduct[], random: () => number, add: Add): void {
  const made = products.filter(({ document }) => document.producer.split(' ').length > 3)
  const ofProducer =
    (name: string): Grade =>
    (product) =>
      product.document.producer === name ? 3 : 0
  const producer = (write: (name: string) => string | null) => () => {
    const name = draw(random, made).document.producer
    const text = write(name)
    return text === null || text === name ? null : { text, grade: ofProducer(name) }
  }
  add(
    'producer',
    producer((name) => `${name} `),
  )
  add(
    'producer, no marks',
    producer((name) => withoutMarks(name).toLowerCase()),
  )
  add('producer, short form', producer(shortForm))
  const ownNames = new Map(made.map(({ document }) => [document.producer, canonical(ownName(document.producer))]))
  add('producer without its kind', () => {
    const { producer: name } = draw(random, made).document
    const own = TYPED_WITHOUT.test(name) ? ownName(name) : ''
    if (!own.includes(' ')) return null
    const words = canonical(own)
    return {
      text: own,
      // The query names neither a kind nor a place: every producer of that name is meant as much.
      grade: ({ document, canonicalName, place }) =>
        ownNames.get(document.producer) === words
          ? 3
          : holdsPhrase(canonical(document.producer), words) ||
              holdsPhrase(canonicalName, words) ||
              lies({ place }, own)
            ? 2
            : 0,
    }
  })
}
