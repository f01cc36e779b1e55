import { draw } from '../generator.js'
import type { RealProduct } from './catalog.js'
import { canonical, holdsPhrase } from './goods.js'
import { ofThing, type Add, type Grade } from './grades.js'
import { withoutMarks } from './letters.js'
import { lies } from './place-queries.js'

/** Stars, groups and sets in words. */
export function groupQueries(products: readonly RealProduct[], random: () => number, add: Add): void {
  const placed = products.filter(({ place, canonicalThing }) => place.district && canonicalThing?.includes(' '))
  const starred = (write: (thing: string, stars: number) => string) => () => {
    const { canonicalThing, thing, stars } = draw(random, placed)
    if (canonicalThing === null || thing === null) return null
    const isThing = ofThing(canonicalThing)
    const grade: Grade = (product) => (product.stars === stars && isThing(product) === 3 ? 3 : 0)
    return { text: write(thing.toLowerCase(), stars), grade }
  }
  add(
    'stars',
    starred((thing, stars) => `${thing} ${stars} sao`),
  )
  add(
    'stars, no marks',
    starred((thing, stars) => withoutMarks(`ocop ${stars} sao ${thing}`)),
  )
  add(
    'stars as signs',
    starred((thing, stars) => `${thing} ${'★'.repeat(stars)}`),
  )
  add(
    'stars in words',
    starred((thing, stars) => `${thing} ${['ba', 'bốn', 'năm'][stars - 3] ?? ''} sao`),
  )
  const grouped = products.filter(({ group }) => group !== '')
  // Of what the source puts into no group, the producer's name may say it.
  const inGroup =
    (group: string): Grade =>
    (product) =>
      product.group === group ||
      product.set === group ||
      (product.group === '' && holdsPhrase(canonical(product.document.producer), canonical(group)))
        ? 3
        : 0
  const byGroup = (names: readonly string[], write: (name: string) => string) => () => {
    const name = draw(random, names)
    return { text: write(name), grade: inGroup(name) }
  }
  const groups = [...new Set(grouped.map(({ group }) => group))]
  const sets = [...new Set(grouped.flatMap(({ set }) => (set === '' ? [] : [set])))]
  add(
    'group',
    byGroup(groups, (name) => name.toLowerCase()),
  )
  add(
    'group, no marks',
    byGroup(groups, (name) => withoutMarks(name)),
  )
  add(
    'set',
    byGroup(sets, (name) => name.toLowerCase()),
  )
  add('group and stars', () => {
    const { group, stars } = draw(random, grouped)
    const grade: Grade = (product) => (product.stars === stars ? inGroup(group)(product) : 0)
    return { text: `${group.toLowerCase()} ${stars} sao`, grade }
  })
  add('group and place', () => {
    const { group, place } = draw(random, grouped)
    const grade: Grade = (product) => (lies(product, place.formerProvince) ? inGroup(group)(product) : 0)
    return { text: `${group.toLowerCase()} ${place.formerProvince}`, grade }
  })
}
