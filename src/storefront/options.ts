import type { BundleSigner } from '../exchange/bundle/signing-key.js'
import type { LocalizedText } from '../catalog/text.js'
import type { Product } from '../catalog/product.js'
import type { Catalog } from '../site/catalog.js'
import type { Backups } from './backups.js'
import type { OwnMessages } from './own/own-words.js'
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
  /** Hears of every failure that is not the visitor's own (status 500 and above); may be asynchronous. Default: nobody does. */
  readonly onError?: (error: unknown, request: { readonly method: string; readonly path: string }) => unknown
}
