import type { ProvinceKey } from '../../catalog/places/place.js'
import { producerNameKey } from '../../catalog/producer-name.js'
import type { Producer } from '../../catalog/producer.js'
import { compareVietnamese, fold } from '../../catalog/text.js'
import type { FindProvince } from '../../access/account-rights.js'
import type { SiteContext } from '../context.js'

const MOST_CANDIDATES = 10

/** Words that half of all producers bear in their names. */
const COMMON_WORDS = new Set(
  'hop tac xa htx ho kinh doanh hkd cong ty tnhh co phan cp to hop tac thth san xuat va'.split(' '),
)

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !COMMON_WORDS.has(word))

/** The producers of the catalog, found by names as people write them. */
export class KnownProducers {
  constructor(
    private readonly site: SiteContext,
    private readonly provinceOf: FindProvince,
  ) {}

  /** Those that bear a name however it is written (`HTX Ea Tu`, `hop tac xa ea tu`), in Vietnamese order. */
  named(name: string, isWithin: (province: ProvinceKey | null) => boolean): readonly Producer[] {
    const wanted = producerNameKey(name)
    return this.site.state
      .all('producers')
      .filter((one) => producerNameKey(one.name) === wanted && isWithin(this.provinceOf(one.id)))
      .toSorted((a, b) => compareVietnamese(a.name, b.name))
  }

  /** Those that share words with a name, the likeliest first; never more than ten. */
  like(name: string, isWithin: (province: ProvinceKey | null) => boolean): readonly Producer[] {
    const wanted = new Set(wordsOf(name))
    return this.site.state
      .all('producers')
      .map((producer) => ({ producer, shared: wordsOf(producer.name).filter((word) => wanted.has(word)).length }))
      .filter(({ producer, shared }) => shared > 0 && isWithin(this.provinceOf(producer.id)))
      .toSorted((a, b) => b.shared - a.shared)
      .slice(0, MOST_CANDIDATES)
      .map(({ producer }) => producer)
  }
}
