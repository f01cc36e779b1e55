import { GOODS, type Good } from './generator-goods.js'
import { createRandom, draw, type MadeUpProduct } from './generator.js'
import { TYPINGS, withoutMarks } from './search-typing.js'

/** A query with what a person who types it wants to see. */
export interface GradedQuery {
  readonly class: string
  readonly text: string
  /** 2 for what was meant, 1 for what is akin, 0 for the rest. */
  readonly grade: (product: MadeUpProduct) => number
}

const NOISE = [
  '🍯🍯',
  '😀',
  '\u0000\u0001',
  '???',
  '---',
  'xqzwv',
  'qwrtpsdfg',
  'zzzzzzzz',
  'hjklhjkl',
  '9999999999',
  "' OR 1=1 --",
  "'; DROP TABLE products; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${jndi:ldap://x}',
  '../../etc/passwd',
  'SELECT * FROM users',
  '%00%0a',
  'lorem ipsum dolor',
  '北京烤鸭',
  'кофе',
  'x'.repeat(10_000),
  'a b '.repeat(2500),
  '\u202Eevil',
]

const isOf = (good: Good) => {
  const head = withoutMarks(good.name).split(' ').slice(0, 2).join(' ')
  const akin = new Set(GOODS.filter((other) => withoutMarks(other.name).startsWith(head)))
  return (product: MadeUpProduct) => (product.good === good ? 2 : akin.has(product.good) ? 1 : 0)
}

/** Makes the judged set: every class of typing over the same goods, then classes of intent. */
export function judgedQueries(products: readonly MadeUpProduct[], perClass: number, seed = 7): GradedQuery[] {
  const random = createRandom(seed)
  const queries: GradedQuery[] = []
  const add = (name: string, make: () => Omit<GradedQuery, 'class'> | null): void => {
    for (let made = 0, tries = 0; made < perClass && tries < perClass * 20; tries++) {
      const query = make()
      if (!query) continue
      queries.push({ class: name, ...query })
      made++
    }
  }
  for (const [name, typing] of Object.entries(TYPINGS))
    add(name, () => {
      const good = draw(random, GOODS)
      const text = typing(good.name.toLowerCase(), random)
      return text === null ? null : { text, grade: isOf(good) }
    })
  add('whole name', () => {
    const { name, good } = draw(random, products)
    return { text: name, grade: (product) => (product.name === name ? 2 : product.good === good ? 1 : 0) }
  })
  add('regional word', () => {
    const good = draw(
      random,
      GOODS.filter(({ regional }) => regional),
    )
    return { text: draw(random, good.regional ?? []), grade: (product) => (product.good === good ? 2 : 0) }
  })
  add('English word', () => {
    const text = draw(
      random,
      GOODS.flatMap(({ english = [] }) => english),
    )
    return { text, grade: (product) => (product.good.english?.includes(text) ? 2 : likeEnglish(product, text)) }
  })
  add('product and place', () => {
    const { good, province } = draw(random, products)
    const text = withoutMarks(`${good.name} ${province}`)
    return { text, grade: (product) => (product.good === good && product.province === province ? 2 : 0) }
  })
  add('producer', () => {
    const { producer } = draw(random, products)
    return { text: withoutMarks(producer), grade: (product) => (product.producer === producer ? 2 : 0) }
  })
  add('product and stars', () => {
    const { good, stars } = draw(random, products)
    return {
      text: `${good.name.toLowerCase()} ${stars} sao`,
      grade: (product) => (product.good === good && product.stars === stars ? 2 : 0),
    }
  })
  add('group', () => {
    const { groupName, group } = draw(random, products)
    return { text: withoutMarks(groupName), grade: (product) => (product.group === group ? 2 : 0) }
  })
  add('price', () => {
    const { good, price } = draw(random, products)
    if (price === null) return null
    const limit = Math.ceil(price / 50_000) * 50
    return {
      text: `${good.name} dưới ${limit}k`,
      grade: (product) => (product.good === good && product.price !== null && product.price <= limit * 1000 ? 2 : 0),
    }
  })
  queries.push(...NOISE.map((text) => ({ class: 'nothing', text, grade: () => 0 })))
  return queries
}

/** English words name a whole kind: any coffee answers "coffee". */
function likeEnglish(product: MadeUpProduct, text: string): number {
  const heads: Readonly<Record<string, string>> = {
    coffee: 'cà phê',
    honey: 'mật ong',
    rice: 'gạo',
    tea: 'trà',
    chocolate: 'socola',
    durian: 'sầu riêng',
    macadamia: 'mắc ca',
    'fish sauce': 'nước mắm',
    'black pepper': 'tiêu đen',
    'passion fruit': 'chanh dây',
  }
  return product.name.toLowerCase().includes(heads[text] ?? '\u0000') ? 2 : 0
}
