import { checkOptions } from '../catalog/option-rules.js'
import type { Product } from '../catalog/product.js'
import type { BundleSigner } from '../exchange/bundle/signing-key.js'
import type { Catalog } from '../site/catalog.js'
import { callHost } from '../site/call-host.js'
import { workingsOf, type Workings } from '../site/workings.js'
import type { Backups } from './backups.js'
import { drawCover } from './cover/draw-cover.js'
import { KeptCards } from './models/kept-cards.js'
import type { messages } from './messages/dictionaries.js'
import { STOREFRONT_RULES } from './option-rules.js'
import type { SiteMode, SiteOwner, StorefrontOptions } from './options.js'
import { withOwnWords } from './own/own-words.js'
import type { Theme } from './own/theme.js'

const PAGE_MEMORY = 48 * 1024 ** 2
/** Above what the page of a busy front asks for, and what a village behind one address does. */
const API_PER_MINUTE = 1200

/** The options with their defaults filled in. */
export interface Site {
  readonly catalog: Catalog
  readonly workings: Workings
  readonly name: { readonly vi: string; readonly en: string }
  readonly mode: SiteMode
  readonly sells: boolean
  readonly owner: SiteOwner | null
  readonly baseUrl: string | null
  readonly pageMemory: number
  readonly cards: KeptCards
  readonly bankNoticeSecret: string | null
  readonly bundleSigner: BundleSigner | null
  readonly backups: Backups | null
  readonly messages: typeof messages
  readonly theme: Theme
  readonly drawCover: (product: Product) => string
  readonly failures: 'storefront' | 'host'
  readonly embeddable: boolean
  readonly apiOrigins: ReadonlySet<string>
  readonly apiPerMinute: number | null
  readonly onError: NonNullable<StorefrontOptions['onError']>
}

export function toSite(options: StorefrontOptions): Site {
  checkOptions('createStorefront', options, STOREFRONT_RULES)
  const mode = options.mode ?? 'intermediary'
  const { catalog } = options
  const workings = workingsOf(catalog)
  const name = options.name ?? catalog.ownPlatform.name
  return {
    catalog,
    workings,
    name: { vi: name.vi, en: name.en ?? name.vi },
    mode,
    sells: mode !== 'catalogue',
    owner: options.owner ?? null,
    baseUrl: options.baseUrl?.replace(/\/{1,9}$/, '') ?? null,
    backups: options.backups ?? null,
    pageMemory: options.pageMemory ?? PAGE_MEMORY,
    cards: new KeptCards(workings.freshness, options.cacheTemplates ?? true),
    bankNoticeSecret: options.bankNoticeSecret ?? null,
    messages: withOwnWords(options.messages),
    theme: options.theme ?? {},
    drawCover: options.drawCover ?? ((product) => drawCover(product.name.vi, product.classification)),
    embeddable: options.embeddable ?? true,
    failures: options.failures ?? 'storefront',
    bundleSigner: options.bundleSigner ?? null,
    apiOrigins: new Set(options.apiOrigins),
    apiPerMinute: options.apiPerMinute === undefined ? API_PER_MINUTE : options.apiPerMinute,
    onError: (error, request) => callHost('onError', () => options.onError?.(error, request)),
  }
}
