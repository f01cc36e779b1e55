import type { ProducerId, ProductId, PlatformId } from '../../src/catalog/ids.js'
import type { GroupCode, SetNumber } from '../../src/catalog/product-groups.js'
import type { SearchDocument } from '../../src/search/index-port.js'
import { GOODS, type Good } from './generator-goods.js'
import { BRANDS, FAMILY_NAMES, GIVEN_NAMES, KINDS_OF_PRODUCER, PLACES, TRAITS } from './generator-words.js'

/**
 * One made-up product of a bench. Nothing in it is real: names are drawn from word lists, and ids say
 * `made-up`.
 */
export interface MadeUpProduct {
  readonly id: string
  readonly name: string
  readonly good: Good
  readonly producer: string
  readonly producerId: string
  readonly province: string
  readonly district: string
  readonly commune: string
  readonly group: GroupCode
  readonly set: SetNumber
  readonly groupName: string
  readonly setName: string
  readonly stars: 3 | 4 | 5
  readonly price: number | null
  readonly stock: number
  readonly platforms: readonly string[]
  readonly changedAt: string
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Draws one of a list; the first ones more often when `skew` is above 1. */
export const draw = <T>(random: () => number, values: readonly T[], skew = 1): T =>
  values[Math.floor(random() ** skew * values.length)] as T

const GROUP_NAMES: Readonly<Record<string, string>> = {
  I: 'Thực phẩm',
  II: 'Đồ uống',
  III: 'Dược liệu và sản phẩm từ dược liệu',
  IV: 'Hàng thủ công mỹ nghệ',
  V: 'Sinh vật cảnh',
  VI: 'Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch',
}
const PLATFORMS = ['storefront', 'postmart', 'voso', 'shopee', 'nongsan']

/** Makes a catalog of so many products; the same for the same count and seed. */
export function generateCatalog(count: number, seed = 1): MadeUpProduct[] {
  const random = createRandom(seed)
  const producers = Array.from({ length: Math.ceil(count / 2.5) }, (_, i) => madeUpProducer(random, i))
  return Array.from({ length: count }, (_, i) => madeUpProduct(random, draw(random, producers, 1.5), i))
}

interface MadeUpProducer {
  readonly id: string
  readonly name: string
  readonly brand: string
  readonly province: string
  readonly district: string
  readonly commune: string
}

function brandName(random: () => number): string {
  const first = draw(random, BRANDS)
  return random() < 0.55
    ? `${first} ${draw(random, BRANDS)}`
    : `${draw(random, GIVEN_NAMES)} ${draw(random, GIVEN_NAMES)}`
}

function madeUpProducer(random: () => number, i: number): MadeUpProducer {
  const { province, districts } = draw(random, PLACES)
  const { district, communes } = draw(random, districts)
  const commune = draw(random, communes)
  const brand = brandName(random)
  const kind = draw(random, KINDS_OF_PRODUCER)
  const person = `${draw(random, FAMILY_NAMES)} ${draw(random, GIVEN_NAMES)} ${draw(random, GIVEN_NAMES)}`
  const name = kind.startsWith('Hộ') ? `${kind} ${person}` : `${kind} ${random() < 0.3 ? commune : brand}`
  return { id: `made-up-producer-${i + 1}`, name, brand, province, district, commune }
}

function nameOf(random: () => number, good: Good, { brand, province, district }: MadeUpProducer): string {
  const parts = [good.name]
  if (random() < 0.55) parts.push(draw(random, good.traits ?? TRAITS))
  if (random() < 0.25) parts.push(draw(random, TRAITS))
  const last = random()
  if (last < 0.42) parts.push(brand)
  else if (last < 0.52) parts.push(district)
  else if (last < 0.58) parts.push(province)
  return [...new Set(parts)].join(' ')
}

function madeUpProduct(random: () => number, producer: MadeUpProducer, i: number): MadeUpProduct {
  const good = draw(random, GOODS, 1.2)
  const priced = random() < 0.85
  return {
    id: `made-up-${i + 1}`,
    name: nameOf(random, good, producer),
    good,
    producer: producer.name,
    producerId: producer.id,
    province: producer.province,
    district: producer.district,
    commune: producer.commune,
    group: good.group,
    set: good.set,
    groupName: GROUP_NAMES[good.group] ?? '',
    setName: good.setName,
    stars: draw(random, [3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5]),
    price: priced ? Math.round(2 + random() ** 2 * 98) * 5000 : null,
    stock: random() < 0.7 ? Math.floor(random() * 200) + 1 : 0,
    platforms: PLATFORMS.filter(() => random() < 0.35),
    changedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 300) * 86_400_000).toISOString(),
  }
}

/** A made-up product as the search index takes it. */
export const toDocument = (product: MadeUpProduct): SearchDocument => ({
  id: product.id as ProductId,
  name: product.name,
  producer: product.producer,
  places: [product.commune, product.district, product.province],
  groupNames: [product.setName, product.groupName],
  description: '',
  facts: {
    group: product.group,
    set: product.set,
    province: product.province,
    commune: product.commune,
    stars: product.stars,
    recognition: 'valid',
    producer: product.producerId as ProducerId,
    platforms: product.platforms as readonly PlatformId[],
    unitPrice: product.price,
    price: product.price,
    inStock: product.price !== null && product.stock > 0,
    changedAt: product.changedAt,
  },
})
