import { join } from 'node:path'
import { Seals } from './access/seals.js'
import { checkOptions, optionFault, refuseOptions } from './catalog/option-rules.js'
import { CATALOG_RULES, requireStore, type CatalogOptions, type OpenStore } from './catalog-options.js'
import type { Store } from './catalog/store.js'
import { loadCommonPasswords, loadReference, loadSynonyms } from './exchange/reference-data.js'
import { createOutbound } from './outbound/create-outbound.js'
import { openMedia } from './media/open-media.js'
import { createSearchIndex } from './search/search-index.js'
import { parseSynonyms } from './search/synonyms.js'
import type { Catalog } from './site/catalog.js'
import { buildInWorker } from './site/search/build-in-worker.js'
import { newId, newOrderCode } from './site/codes.js'
import { openSite } from './site/open-site.js'
import { JOURNAL } from './store/journal/scan-journal.js'
import { openLowdbStore } from './store/lowdb-store.js'
import { brokenRecord } from './store/refused-records.js'
import { TransactionCounts } from './trade/counts.js'
import { cashOnDelivery } from './trade/payments/cash-on-delivery.js'
import { listProviders } from './trade/payments/list-providers.js'
import { vietQrTransfer } from './trade/payments/viet-qr-transfer.js'
import { flatShipping } from './trade/shipping.js'

/** A catalog of more products than this is indexed in a worker as it opens. */
const LARGE = 20_000

/** Reads something when it is first needed, and keeps it. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null
  return () => (kept ??= read())
}

/** A store with what it told of its ledger as it was opened; null when it told of nothing. */
async function openCounted(open: Store | OpenStore): Promise<{ store: Store; counted: TransactionCounts | null }> {
  if (typeof open !== 'function') return { store: open, counted: null }
  const counts = new TransactionCounts()
  let heard = 0
  const store = await open({
    onEntry: (entry) => {
      counts.apply([entry])
      heard += 1
    },
  })
  requireStore(store)
  return { store, counted: heard > 0 ? counts : null }
}

/** Far above what a person orders, far below what fills a village's yard with parcels that nobody asked for. */
const ORDERS_PER_PHONE = 30

/** Two days: time to ask at home or at the bank, and goods are not kept from others for long. */
const PAY_WITHIN_HOURS = 48

const DEFAULT_SHIPPING = flatShipping({ charge: 30_000, freeFrom: 500_000 })

/**
 * Opens a catalog: products, producers, certificates, listings, orders and the ledger of one site.
 * Nothing is shared between two catalogs of one process.
 *
 * @throws {CatalogError} `STORE_LOCKED`, `STORE_DAMAGED`, `STORE_NEWER` or `STORE_UNAVAILABLE` when the folder cannot be used.
 * @throws {CatalogError} `INVALID_OPTIONS` naming each option that is none or cannot be what it is; when neither `folder`
 * nor `store` is given; for `payments` that cannot be told apart.
 */
export async function createCatalog(options: CatalogOptions): Promise<Catalog> {
  checkOptions('createCatalog', options, CATALOG_RULES)
  const { folder, name, shipping = DEFAULT_SHIPPING, clock = () => new Date() } = options
  const payments = listProviders(options.payments ?? [cashOnDelivery, vietQrTransfer])
  const own =
    folder === undefined ? null : { folder, clock, ...(options.onWarning ? { onWarning: options.onWarning } : {}) }
  const open: Store | OpenStore | null =
    options.store ?? (own && (({ onEntry }) => openLowdbStore({ ...own, onEntry })))
  if (!open)
    throw refuseOptions(
      'createCatalog',
      optionFault(
        'folder',
        'Chưa có; cần folder, nơi kho nhúng giữ tệp, hoặc store.',
        'Missing; state folder, where the embedded store keeps its files, or store.',
      ),
    )
  // Read while the store reads its own files. What fails there is told first, and what fails here where it is waited for.
  const tables = Promise.all([options.reference ?? loadReference(), loadSynonyms()])
  tables.catch(() => undefined)
  const { store, counted } = await openCounted(open)
  try {
    const seals = new Seals(options.sealKeys ?? [])
    const [reference, synonymTable] = await tables
    const synonyms = parseSynonyms(synonymTable)
    const index = createSearchIndex({ synonyms })
    const media = openMedia(options.photoFolder ?? (folder === undefined ? null : join(folder, 'photos')))
    const commonPasswords = once(loadCommonPasswords)
    return await openSite({
      store,
      counted,
      media,
      reference,
      index,
      indexBuilder: {
        moreThan: LARGE,
        build: (documents, own) => buildInWorker(documents, [...synonyms, ...own]),
      },
      shipping,
      payments,
      ordersPerPhone: options.ordersPerPhone === undefined ? ORDERS_PER_PHONE : options.ordersPerPhone,
      payWithinHours: options.payWithinHours === undefined ? PAY_WITHIN_HOURS : options.payWithinHours,
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
      address: options.baseUrl?.replace(/\/{1,9}$/, '') ?? null,
    })
  } catch (error) {
    try {
      throw await brokenRecord(store, error, own ? JOURNAL : undefined)
    } finally {
      await store.close()
    }
  }
}
