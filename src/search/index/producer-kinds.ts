import type { SearchDocument } from '../index-port.js'

/** How a kind of producer is called, `|` between several names, the one that is shown first. */
const NAMES: readonly (readonly [kind: string, names: string])[] = [
  ['cooperative', 'Hợp tác xã|HTX'],
  ['cooperativeGroup', 'Tổ hợp tác|THT'],
  ['enterprise', 'Công ty|Doanh nghiệp|CTY'],
  ['household', 'Hộ kinh doanh|Hộ sản xuất|HKD'],
]

export const PRODUCER_KINDS: readonly (readonly string[])[] = NAMES.map(([, names]) => names.split('|'))

const BEGINNINGS = NAMES.map(([, names]) => new RegExp(`^(?:${names})`, 'i'))

/**
 * A producer's name without its kind and what it makes, told by the capitals: the Vân An of "Công ty TNHH Vân An". What
 * comes before ends with a word that is written small, or all in capitals.
 */
export const ownName = (producer: string): string => producer.replace(/^.*(?<!\S)(?:\p{Ll}\S*|\p{Lu}{2,}) /u, '')

/** The number of the kind of a product's producer, from 1, told by its name where it is not known; 0 for kinds without a name. */
export const kindOf = ({ producer, producerKind }: Pick<SearchDocument, 'producer' | 'producerKind'>): number =>
  BEGINNINGS.findIndex((beginning, i) => (producerKind ? producerKind === NAMES[i]?.[0] : beginning.test(producer))) + 1
