import type { Request } from 'express'
import type { LocalizedText } from '../catalog/text.js'
import type { Product } from '../catalog/product.js'
import type { BundleSigner } from '../exchange/bundle/signing-key.js'
import type { Catalog } from '../site/catalog.js'
import { workingsOf, type Workings } from '../site/workings.js'
import type { Backups } from './backups.js'
import { checkOptions, optionFault, refuseOptions } from '../catalog/option-rules.js'
import { hostOf } from './request/host.js'
import { STOREFRONT_RULES } from './option-rules.js'
import { drawCover } from './cover/draw-cover.js'
import { KeptCards } from './kept/kept-cards.js'
import type { messages } from './messages/dictionaries.js'
import { withOwnWords, type OwnMessages } from './own/own-words.js'
import type { Theme } from './own/theme.js'

/**
 * What kind of site it is in law (Law 122/2025/QH15 on e-commerce):
 * `catalogue` shows and links, takes no orders; `direct` sells the owner's own goods; `intermediary` takes orders for
 * many producers.
 */
export type SiteMode = 'catalogue' | 'direct' | 'intermediary'

/** Who answers for the site. Shown in the footer and on the help page; what is left out is shown as not stated. */
export interface SiteOwner {
  /** As registered. */
  readonly name: string
  readonly address?: string | undefined
  /** Tax or business registration number. */
  readonly registration?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  /** The authority above, as it stands over the name on a printed report: “UBND TỈNH ĐẮK LẮK”. Default: dots. */
  readonly superior?: string | undefined
  /** Number and sign of a printed report, the number still open: “……/BC-SCT”. Default: dots. */
  readonly reportNumber?: string | undefined
  /** The place that stands before the day on a printed report: “Đắk Lắk”. Default: dots. */
  readonly place?: string | undefined
}

/** What `createStorefront` takes; all but the catalog may be left out. */
export interface StorefrontOptions {
  /** What is shown and sold, from `createCatalog`. */
  readonly catalog: Catalog
  /** The site's name in the header and in titles, where it is not the catalog's own. Default: the catalog's `name`. */
  readonly name?: LocalizedText | undefined
  /**
   * What kind of site it is in law: `catalogue` shows and links, with no cart and no checkout; `direct` sells the owner's
   * own goods; `intermediary` those of many producers. Default: `intermediary`.
   */
  readonly mode?: SiteMode | undefined
  /** Who answers for the site and how to reach them. Default: not stated, and the pages say so. */
  readonly owner?: SiteOwner | undefined
  /**
   * The public address up to and including the mount path, such as `https://ocop.example.vn/cho`. Canonical links,
   * preview pictures and the sitemap use it. Default: what the request says in `Host`, never in `X-Forwarded-Host`.
   */
  readonly baseUrl?: string | undefined
  /**
   * Express' `trust proxy`: set it exactly as the proxies in front of the shop are, since the limits on guessing count
   * by address. Default: the host app's setting, none when it stands alone.
   */
  readonly trustProxy?: boolean | number | string | undefined
  /**
   * The secret with which bank notices are signed (`POST /api/v1/bank-notices`), at least 32 characters that nobody can
   * guess. Default: the shop takes none.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createStorefront` for a short or a well-known one.
   */
  readonly bankNoticeSecret?: string | undefined
  /**
   * A folder whose files stand in for those of the package's `views` of the same name: `shop/home.ejs`,
   * `layout/shop-footer.ejs`, `assets/icon.svg`. A file in `assets/css` or `assets/js` that the package does not have joins
   * the styles or the script of every page. Default: the package's alone.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createStorefront` for a file that stands in for none and that no other of them includes.
   */
  readonly views?: string | undefined
  /**
   * Words in place of the package's, by language and area: `{ vi: { shell: { cart: 'Giỏ' } } }`. Default: the package's.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createStorefront` for a word that the storefront does not have.
   */
  readonly messages?: OwnMessages | undefined
  /**
   * Values for the custom properties of `views/assets/css/10-tokens.css`, by light and dark. Default: the package's.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createStorefront` for a property that the look does not have.
   */
  readonly theme?: Theme | undefined
  /** Draws the cover of a product without photo, as an SVG file. Default: a linocut made from its name and group. */
  readonly drawCover?: ((product: Product) => string) | undefined
  /**
   * The path at which the storefront stands, such as `/ocop`, where nothing mounts it: under `node:http` or another
   * framework. Default: none; Express says it by `app.use`.
   */
  readonly mount?: string | undefined
  /**
   * Whether other sites may show products of the shop: `embed.js`, `/embed/…` and `/oembed` answer the pages of every site,
   * with what is public anyway and never with cookies. Default: true.
   */
  readonly embeddable?: boolean | undefined
  /**
   * Who answers failures. `storefront`: its own pages and JSON. `host`: every failure but a missing sign-in goes on by
   * `next(error)`, with `status`, `code` and, of a `CatalogError`, `issues`; an address that the storefront does not know
   * goes on without an error. Default: `storefront`.
   */
  readonly failures?: 'storefront' | 'host' | undefined
  /** Signs what other sites may take of this one's catalog (`/exchange/v1/bundle`), from `openSigner`. Default: nothing is published. */
  readonly bundleSigner?: BundleSigner | undefined
  /** Where the office's button makes backups. Default: nowhere, and the page says how to state a place. */
  readonly backups?: Backups | undefined
  /**
   * Origins whose pages may call the JSON API from a browser, such as `https://mini.example.vn` (CORS). Default: none.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createStorefront` for what is no origin.
   */
  readonly apiOrigins?: readonly string[] | undefined
  /** Requests that each caller of the JSON API may make in a minute; null for any number. Default: 1200. */
  readonly apiPerMinute?: number | null | undefined
  /** Keep compiled templates. Default: true; turn it off while editing views. */
  readonly cacheTemplates?: boolean | undefined
  /** Bytes of memory for public pages that are kept ready to be sent; 0 keeps none. Default: 48 MiB. */
  readonly pageMemory?: number | undefined
  /** Hears of every failure that is not the visitor's own (status 500 and above). Default: nobody does. */
  readonly onError?: (error: unknown, request: { readonly method: string; readonly path: string }) => void
}

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

const refuse = (name: string, vi: string, en: string) => refuseOptions('createStorefront', optionFault(name, vi, en))

/** True for what can serve as a secret: long enough, and not one of the words that stand in examples. */
export const isSecret = (text: string): boolean =>
  text.length >= 32 && new Set(text).size >= 10 && !/change.?me|example|secret|password|default/i.test(text)

function requireSecret(text: string): string {
  if (isSecret(text)) return text
  throw refuse('bankNoticeSecret', 'Cần ít nhất 32 ký tự ngẫu nhiên.', 'This needs at least 32 random characters.')
}

const WRAPPED = /^(?!https?:|file:)[a-z][a-z0-9+.-]{1,30}:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?$/

/**
 * True for scheme, host and port as browsers send them: no path, no star. Mini apps and wrapped pages have schemes of
 * their own, such as `zbrowser://h5.zdn.vn` of Zalo.
 */
export const isOrigin = (text: string): boolean =>
  WRAPPED.test(text) || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text)

function requireOrigin(text: string): string {
  if (isOrigin(text)) return text
  throw refuse(
    'apiOrigins',
    `“${text}” không phải gốc như https://mini.example.vn.`,
    `“${text}” is no origin such as https://mini.example.vn.`,
  )
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
    bankNoticeSecret: options.bankNoticeSecret === undefined ? null : requireSecret(options.bankNoticeSecret),
    messages: withOwnWords(options.messages),
    theme: options.theme ?? {},
    drawCover: options.drawCover ?? ((product) => drawCover(product.name.vi, product.classification)),
    embeddable: options.embeddable ?? true,
    failures: options.failures ?? 'storefront',
    bundleSigner: options.bundleSigner ?? null,
    apiOrigins: new Set((options.apiOrigins ?? []).map(requireOrigin)),
    apiPerMinute: options.apiPerMinute === undefined ? API_PER_MINUTE : options.apiPerMinute,
    onError: options.onError ?? (() => undefined),
  }
}

/** The scheme, host and mount under which a visitor reached the shop. */
export function originOf(request: Request, site: Site): string {
  if (site.baseUrl !== null) return site.baseUrl
  return `${request.secure ? 'https' : 'http'}://${hostOf(request)}${request.baseUrl}`
}
