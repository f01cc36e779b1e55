import { join } from 'node:path'
import { isSealKey, Seals } from './access/seals.js'
import type { Mailer } from './catalog/outbound.js'
import type { PaymentProvider } from './catalog/payment-provider.js'
import type { Reference } from './catalog/reference.js'
import type { Store } from './catalog/store.js'
import { loadCommonPasswords, loadReference, loadSynonyms } from './exchange/reference-data.js'
import { createOutbound } from './outbound/create-outbound.js'
import { openMedia } from './media/open-media.js'
import { createSearchIndex } from './search/search-index.js'
import { parseSynonyms } from './search/synonyms.js'
import type { LocalizedText } from './catalog/text.js'
import type { Catalog } from './site/catalog.js'
import { buildInWorker } from './site/build-in-worker.js'
import { newId, newOrderCode } from './site/codes.js'
import { openSite, type IdSource } from './site/open-site.js'
import { openLowdbStore } from './store/lowdb-store.js'
import { TransactionCounts } from './trade/counts.js'
import type { CountedTransaction } from './catalog/transaction.js'
import { cashOnDelivery } from './trade/payments/cash-on-delivery.js'
import { listProviders } from './trade/payments/list-providers.js'
import { vietQrTransfer } from './trade/payments/viet-qr-transfer.js'
import { flatShipping, type ShippingRule } from './trade/shipping.js'

/** Where the data lie, and what a site may replace. One of `folder` and `store` is needed. */
export interface CatalogOptions {
  /** Folder of the embedded store; made when it is not there. One process at a time may open it. */
  readonly folder?: string | undefined
  /**
   * Another store in place of the embedded one. Its ledger is read once to be counted as the catalog opens; with `folder`
   * that happens along with opening the store, and nothing is read twice.
   */
  readonly store?: Store | undefined
  /** Where photos lie. Default: `photos` in `folder`; without either the site takes no photos. */
  readonly photoFolder?: string | undefined
  /** The site's name, on its pages and among the platforms. Kept once given; at first `Phiên chợ OCOP`, `OCOP Market`. */
  readonly name?: LocalizedText | undefined
  /** The shipping charge of one producer's share. Default: 30,000 đ, free from 500,000 đ of goods. */
  readonly shipping?: ShippingRule | undefined
  /**
   * The ways of paying, in the order in which buyers are offered them. Default: `[cashOnDelivery, vietQrTransfer]`.
   *
   * @throws {TypeError} from `createCatalog` for none, and for an id that is none or stands twice.
   */
  readonly payments?: readonly PaymentProvider[] | undefined
  /** The public address of the shop, such as `https://ocop.example.vn`, for links in letters. Default: letters have none. */
  readonly address?: string | undefined
  /** Sends letters. Default: none are sent. `createMailer` makes one for a mail server. */
  readonly mailer?: Mailer | undefined
  /** Where scheduled reports are laid as files, when their schedule says so. Default: they go by mail alone. */
  readonly reportFolder?: string | undefined
  /**
   * Hosts of the own network, as they stand in a URL, that webhooks and sources of the exchange may lead to, without TLS
   * too. Default: none; only `https:` addresses of the open Internet.
   */
  readonly insideHosts?: readonly string[] | undefined
  /** Orders for cash on delivery that one phone may place in 24 hours. Default: any number. */
  readonly ordersPerPhone?: number | undefined
  /**
   * Keys under which secrets are sealed that must be read again, such as those of authenticator apps: 32 random characters
   * or more each. The first one seals, all of them open. Default: none, and such secrets are kept in the clear.
   */
  readonly sealKeys?: readonly string[] | undefined
  /** Hears in one line of what the operator should know of the folder: a torn tail, a full disk. Default: a process warning. */
  readonly report?: ((notice: { readonly vi: string; readonly en: string }) => void) | undefined
  /** Default: the system's clock. */
  readonly clock?: () => Date
  /** Where ids and order codes come from. Default: random UUIDs, and codes of 50 random bits. */
  readonly ids?: Partial<IdSource> | undefined
  /** Provinces, communes and product groups. Default: the package's own data. */
  readonly reference?: Reference | undefined
}

function requireSealKey(key: string): string {
  if (isSealKey(key)) return key
  throw new TypeError('sealKeys: a key needs at least 32 random characters')
}

/** A catalog of more products than this is indexed in a worker as it opens. */
const LARGE = 20_000

/** Reads something when it is first needed, and keeps it. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null
  return () => (kept ??= read())
}

const DEFAULT_SHIPPING = flatShipping({ charge: 30_000, freeFrom: 500_000 })

/**
 * Opens a catalog: products, producers, certificates, listings, orders and the ledger of one site.
 * Nothing is shared between two catalogs of one process.
 *
 * @throws {CatalogError} `STORE_LOCKED`, `STORE_DAMAGED`, `STORE_NEWER` or `STORE_UNAVAILABLE` when the folder cannot be used.
 * @throws {TypeError} when neither `folder` nor `store` is given, and for `payments` that cannot be told apart.
 */
export async function createCatalog(options: CatalogOptions): Promise<Catalog> {
  const { folder, name, shipping = DEFAULT_SHIPPING, clock = () => new Date() } = options
  const payments = listProviders(options.payments ?? [cashOnDelivery, vietQrTransfer])
  const counts = new TransactionCounts()
  const count = (entry: CountedTransaction): void => counts.apply([entry])
  const { report } = options
  const own = folder === undefined ? null : { folder, clock, onEntry: count, ...(report ? { report } : {}) }
  const store = options.store ?? (own && (await openLowdbStore(own)))
  if (!store)
    throw new TypeError('createCatalog needs `folder`, where the embedded store keeps its files, or a `store`')
  try {
    const seals = new Seals((options.sealKeys ?? []).map(requireSealKey))
    const reference = options.reference ?? (await loadReference())
    const synonyms = parseSynonyms(await loadSynonyms())
    const index = createSearchIndex({ synonyms })
    const media = openMedia(options.photoFolder ?? (folder === undefined ? null : join(folder, 'photos')))
    const commonPasswords = once(loadCommonPasswords)
    return await openSite({
      store,
      counted: options.store ? null : counts,
      media,
      reference,
      index,
      indexBuilder: {
        moreThan: LARGE,
        build: (documents, own) => buildInWorker(documents, [...synonyms, ...own]),
      },
      shipping,
      payments,
      ordersPerPhone: options.ordersPerPhone ?? null,
      clock,
      name,
      ids: { newId, newOrderCode, ...options.ids },
      commonPasswords,
      seals,
      outbound: createOutbound({
        mailer: options.mailer,
        insideHosts: options.insideHosts,
        reportFolder: options.reportFolder,
      }),
      isAlone: options.store === undefined,
      address: options.address?.replace(/\/{1,9}$/, '') ?? null,
    })
  } catch (error) {
    await store.close()
    throw error
  }
}
