import { draw } from '../generator.js'
import type { RealProduct } from './catalog.js'
import { canonical, holdsPhrase } from './goods.js'
import { withoutMarks } from './letters.js'
import { ofThing, type Add, type Grade } from './grades.js'

/** Of a place that is called so; of a query without marks, of any that is called so without them. */
export const lies = ({ place }: Pick<RealProduct, 'place'>, name: string, unmarked = false): boolean => {
  const { commune, district, formerProvince, province } = place
  const spelt = unmarked ? plainName : (own: string): string => own
  return [commune, district, formerProvince, province].some((own) => spelt(own) === spelt(name))
}

const plainName = (name: string): string => withoutMarks(name).toLowerCase().replace(/['’]/g, '')

const isCalled = ({ canonicalName }: RealProduct, place: string, unmarked: boolean): boolean =>
  unmarked
    ? holdsPhrase(withoutMarks(canonicalName), withoutMarks(canonical(place)))
    : holdsPhrase(canonicalName, canonical(place))

/** A place in the name is as good as the place itself. */
const inPlace =
  (place: string, unmarked: boolean): Grade =>
  (product) =>
    lies(product, place, unmarked) || isCalled(product, place, unmarked) ? 3 : 0

type Choose = (place: RealProduct['place']) => string
type Write = (thing: string, place: string) => string

/** Places of today and of before July 2025, alone and beside goods. */
export function placeQueries(products: readonly RealProduct[], random: () => number, add: Add): void {
  const placed = products.filter(({ place, canonicalThing }) => place.district && canonicalThing?.includes(' '))
  const withPlace = (name: string, choose: Choose, write: Write): void =>
    add(name, () => {
      const product = draw(random, placed)
      const place = choose(product.place)
      const thing = product.canonicalThing ?? ''
      if (place === '' || thing === '') return null
      const text = write((product.thing ?? '').toLowerCase(), place)
      const [isThing, isThere] = [ofThing(thing), inPlace(place, text === withoutMarks(text))]
      return { text, grade: (other) => (isThing(other) === 3 ? isThere(other) : 0) }
    })
  const plain = (thing: string, place: string): string => withoutMarks(`${thing} ${place}`).toLowerCase()
  const both = (thing: string, place: string): string => `${thing} ${place}`
  withPlace('product, province', ({ province }) => province, both)
  withPlace('product, former province', ({ formerProvince }) => formerProvince, plain)
  withPlace('product, district', ({ district }) => district, both)
  withPlace('product, district, no marks', ({ district }) => district, plain)
  withPlace('product, commune', ({ commune }) => commune, plain)
  withPlace(
    'place, product',
    ({ province }) => province,
    (thing, place) => `${place} ${thing}`.toLowerCase(),
  )
  withPlace(
    'product "ở" place',
    ({ province }) => province,
    (thing, place) => `${thing} ở ${place}`,
  )
  withPlace(
    'product, kind of place',
    ({ district }) => district,
    (thing, place) => `${thing} huyện ${place}`,
  )
  add('district', () => {
    const { district } = draw(random, placed).place
    return { text: district, grade: inPlace(district, district === withoutMarks(district)) }
  })
  add('district, no marks', () => {
    const { district } = draw(random, placed).place
    return { text: withoutMarks(district).replace(/['’]/g, ''), grade: inPlace(district, true) }
  })
  add('former province joined', () => {
    const { formerProvince } = draw(random, placed).place
    if (!formerProvince.includes(' ')) return null
    return { text: withoutMarks(formerProvince).replaceAll(' ', ''), grade: inPlace(formerProvince, true) }
  })
}
