import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { PlatformId, ProducerId, ProductId } from '../../../src/catalog/ids.js'
import type { SearchDocument } from '../../../src/search/index-port.js'
import { createRandom, draw } from '../generator.js'
import { canonical, thingIn } from './goods.js'
import { madeUpBrand, madeUpProducer } from './names.js'
import { readPlaces, type FormerCommune } from './places.js'

/** A product of the second judged set: a real one of the sample, or real goods under a made-up name and a real place. */
export interface RealProduct {
  readonly document: SearchDocument
  /** The thing itself as its name has it; null when the name says only a brand. */
  readonly thing: string | null
  readonly canonicalName: string
  readonly canonicalThing: string | null
  readonly place: Pick<FormerCommune, 'commune' | 'district' | 'formerProvince' | 'province'>
  readonly stars: number
  readonly group: string
  readonly set: string
}

interface Row {
  readonly name: string
  readonly producer: string
  readonly province: string
  readonly district_or_commune: string
  readonly category: string
  readonly stars: string
}

const GROUPS: Readonly<Record<string, string>> = {
  'Thực phẩm': 'I',
  'Đồ uống': 'II',
  'Dược liệu và sản phẩm từ dược liệu': 'III',
  'Hàng thủ công mỹ nghệ': 'IV',
  'Sinh vật cảnh': 'V',
  'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch': 'VI',
}

const rows = parse<Row>(readFileSync(new URL('../../../data/sample/ocop-products.csv', import.meta.url)), {
  columns: true,
  bom: true,
})
const places = readPlaces()

const KIND_OF_PLACE = /^(?:xã|phường|thị trấn|huyện|thị xã|thành phố|quận|TT\.|TX\.|TP\.) ?/iu

function placeOf({ province, district_or_commune: described }: Row): RealProduct['place'] {
  const parts = described.split(',').map((part) => part.trim().replace(KIND_OF_PLACE, ''))
  const district = parts.at(-1) ?? ''
  const commune = parts.length > 1 ? (parts[0] ?? '') : ''
  return { commune, district, formerProvince: province, province: places.successorOf(province) }
}

/** A catalog of so many products: the real ones first, then as many as are missing. The same for the same count. */
export function realCatalog(count: number): RealProduct[] {
  const random = createRandom(count)
  const real = rows.map((row, i) => product(i, row.name, row.producer, placeOf(row), row, random))
  const things = rows.flatMap((row) => {
    const thing = thingIn(row.name)
    return thing && /\p{Ll}/u.test(thing) ? [{ thing, row }] : []
  })
  const traits = rows.flatMap(
    ({ name }) => /(?: (?:sấy|rang|ngâm|nguyên|cao|hữu|truyền|đặc|thượng) [\p{Ll} ]+)$/u.exec(name)?.[0] ?? [],
  )
  const producers = Array.from({ length: Math.ceil(count / 2.5) }, () => {
    const place = draw(random, places.communes)
    const brand = madeUpBrand(random, place)
    return { place, brand, name: madeUpProducer(random, brand, place) }
  })
  while (real.length < count) {
    const { thing, row } = draw(random, things)
    const { place, brand, name } = draw(random, producers, 1.4)
    const trait = random() < 0.25 ? draw(random, traits) : ''
    const last = random()
    const end = last < 0.5 ? ` ${brand}` : last < 0.6 ? ` ${place.commune}` : last < 0.68 ? ` ${place.district}` : ''
    real.push(
      product(real.length, `${thing}${thing.includes(trait.trim()) ? '' : trait}${end}`, name, place, row, random),
    )
  }
  return real.slice(0, count)
}

function product(
  i: number,
  name: string,
  producer: string,
  place: RealProduct['place'],
  { category }: Row,
  random: () => number,
): RealProduct {
  const [group = '', set = ''] = category.split(' > ')
  const thing = thingIn(name)
  const stars = draw(random, [3, 3, 3, 3, 3, 4, 4, 4, 5])
  const inStock = random() < 0.6
  const document: SearchDocument = {
    id: `real-${i + 1}` as ProductId,
    name: name.normalize('NFC'),
    producer: producer.normalize('NFC'),
    places: [...new Set([place.commune, place.district, place.province, place.formerProvince])].filter(Boolean),
    groupNames: [...new Set([set, group])].filter(Boolean),
    description: '',
    facts: {
      group: (GROUPS[group] ?? null) as SearchDocument['facts']['group'],
      set: null,
      province: place.province,
      commune: place.commune || null,
      unitPrice: null,
      stars,
      recognition: 'valid',
      producer: producer === '' ? null : (producer as ProducerId),
      platforms: ['storefront' as PlatformId],
      price: 5000 * Math.ceil(random() ** 2 * 100),
      inStock,
      changedAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 300))).toISOString(),
    },
  }
  return {
    document,
    thing,
    canonicalName: canonical(name),
    canonicalThing: thing === null ? null : canonical(thing),
    place,
    stars,
    group,
    set,
  }
}
