import {
  addressOption,
  callOption,
  ownerOption,
  wholeNumberOption,
  type OptionRules,
} from '../../catalog/option-rules.js'
import type { Catalog } from '../../site/catalog.js'
import { catalogOption } from '../option-rules.js'
import type { SiteOwner } from '../options.js'

/** What a shop does by itself, and as whom. */
export interface Work {
  /** The catalog whose work it is, from `createCatalog`. */
  readonly catalog: Catalog
  /** Who is named to the platforms whose pages are looked at. Default: nobody; without owner and `baseUrl` no links are checked. */
  readonly owner?: SiteOwner | undefined
  /** The public address up to and including the mount path, for links in reports and to say who asks. Default: none. */
  readonly baseUrl?: string | undefined
  /** How often sources of the exchange are asked, in minutes; 0 for never. Default: 60. */
  readonly exchangeMinutes?: number | undefined
  /** Hears of what failed, and of which work. Default: nobody does. */
  readonly onError?: (error: unknown, work: 'links' | 'exchange') => unknown
}

export const WORK_RULES: OptionRules<Work> = {
  catalog: catalogOption,
  owner: ownerOption,
  baseUrl: addressOption,
  exchangeMinutes: wholeNumberOption(0),
  onError: callOption,
}
