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
  const shape =
    /^(?:Hộ kinh doanh|Hợp tác xã Nông nghiệp|Công ty TNHH(?: MTV)?|Công ty Cổ phần|Cơ sở sản xuất) (.+ .+)$/u
  add('producer without its kind', () => {
    const { producer: name } = draw(random, made).document
    const own = shape.exec(name)?.[1]
    if (own === undefined) return null
    const words = canonical(own)
    return {
      text: own,
      grade: ({ document, canonicalName, place }) =>
        document.producer === name
          ? 3
          : holdsPhrase(canonical(document.producer), words) ||
              holdsPhrase(canonicalName, words) ||
              lies({ place }, own)
            ? 2
            : 0,
    }
  })
}
