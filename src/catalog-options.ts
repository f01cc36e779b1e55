import * as z from 'zod'
import { isRandomSecret } from './access/secrets.js'
import type { Mailer } from './catalog/ports/outbound.js'
import {
  addressOption,
  Call,
  callOption,
  having,
  localizedOption,
  option,
  optionFault,
  refuseOptions,
  Text,
  textOption,
  numberOrNullOption,
  type OptionRules,
} from './catalog/option-rules.js'
import type { PaymentProvider } from './catalog/ports/payment-provider.js'
import type { Reference } from './catalog/reference.js'
import type { Store } from './catalog/store.js'
import type { LocalizedText } from './catalog/text.js'
import type { CountedTransaction } from './catalog/transaction.js'
import type { IdSource } from './site/site-options.js'
import type { ShippingRule } from './trade/shipping.js'

/**
 * Opens a store for a catalog. `onEntry` wants to hear of every ledger entry on record, in order, while it opens; when it
 * has heard of none, the catalog reads the ledger itself.
 */
export type OpenStore = (hearing: { readonly onEntry: (entry: CountedTransaction) => void }) => Promise<Store>

/** Where the data lie, and what a site may replace. One of `folder` and `store` is needed. */
export interface CatalogOptions {
  /** Folder of the embedded store; made when it is not there. One process at a time may open it. Default: none; `store` is needed then. */
  readonly folder?: string | undefined
  /**
   * Another store in place of the embedded one, or a function that opens it. The ledger of a store is read to be counted;
   * one that reads its ledger anyway as it opens is better handed over as a function: `openLowdbStore` takes `onEntry` as
   * it is given, and nothing is read twice. Default: the embedded store in `folder`.
   */
  readonly store?: Store | OpenStore | undefined
  /** Where photos lie. Default: `photos` in `folder`; without either the site takes no photos. */
  readonly photoFolder?: string | undefined
  /** The site's name, on its pages and among the platforms; kept once given. Default: `Phiên chợ OCOP`, `OCOP Market`. */
  readonly name?: LocalizedText | undefined
  /** The shipping charge of one producer's share. Default: 30,000 ₫, free from 500,000 ₫ of goods. */
  readonly shipping?: ShippingRule | undefined
  /**
   * The ways of paying, in the order in which buyers are offered them. Default: `[cashOnDelivery, vietQrTransfer]`.
   *
   * @throws {CatalogError} `INVALID_OPTIONS` from `createCatalog` for none, and for an id that is none or stands twice.
   */
  readonly payments?: readonly PaymentProvider[] | undefined
  /** The public address up to and including the mount path, for links in letters. Default: letters have none. */
  readonly baseUrl?: string | undefined
  /** Sends letters. Default: none are sent. `createMailer` makes one for a mail server. */
  readonly mailer?: Mailer | undefined
  /** Where scheduled reports are laid as files, when their schedule says so. Default: they go by mail alone. */
  readonly reportFolder?: string | undefined
  /**
   * Hosts of the own network, as they stand in a URL, that webhooks and sources of the exchange may lead to, without TLS
   * too. Default: none; only `https:` addresses of the open Internet.
   */
  readonly insideHosts?: readonly string[] | undefined
  /** Orders for cash on delivery that one phone number may place in 24 hours; null for any number. Default: 30. */
  readonly ordersPerPhone?: number | null | undefined
  /**
   * Hours within which an order that is not paid in cash is to be paid. What nobody has paid or accepted by then is
   * cancelled by `startWork`, and its goods are there for others; null for any time. Default: 48.
   */
  readonly payWithinHours?: number | null | undefined
  /**
   * Keys under which secrets are sealed that must be read again, such as those of authenticator apps: 32 random characters
   * or more each. The first one seals, all of them open. Default: none, and such secrets are kept in the clear.
   */
  readonly sealKeys?: readonly string[] | undefined
  /** Hears in one line of what the operator should know of the folder: a torn tail, a full disk. Default: a process warning. */
  readonly onWarning?: ((notice: { readonly vi: string; readonly en: string }) => void) | undefined
  /** Tells what time it is: everything that depends on today asks it. Default: the system's clock. */
  readonly clock?: () => Date
  /** Where ids and order codes come from. Default: random UUIDs, and codes of 50 random bits. */
  readonly ids?: Partial<IdSource> | undefined
  /** Provinces, communes and product groups. Default: the package's own data. */
  readonly reference?: Reference | undefined
}

const STORE_WANTED = {
  vi: 'một kho, có load, commit và close',
  en: 'a store, which has load, commit and close',
}
const StoreShape = having('load', 'commit', 'close')

/** What opens a store has to give one. @throws {CatalogError} `INVALID_OPTIONS` */
export function requireStore(opened: unknown): asserts opened is Store {
  if (!StoreShape.safeParse(opened).success)
    throw refuseOptions(
      'createCatalog',
      optionFault('store', `Hàm này phải cho ${STORE_WANTED.vi}.`, `The function must give ${STORE_WANTED.en}.`),
    )
}

/** What each option has to be. */
export const CATALOG_RULES: OptionRules<CatalogOptions> = {
  folder: textOption,
  store: option(
    `${STORE_WANTED.vi}, hoặc một hàm mở kho`,
    `${STORE_WANTED.en}, or a function that opens one`,
    z.union([Call, StoreShape]),
  ),
  photoFolder: textOption,
  name: localizedOption,
  shipping: callOption,
  payments: option(
    'một danh sách cách trả tiền, mỗi cách có id và name',
    'a list of payment providers, each with id and name',
    z.array(having('id', 'name')),
  ),
  baseUrl: addressOption,
  mailer: option('một nhóm có hàm send', 'an object with a function send', z.looseObject({ send: Call })),
  reportFolder: textOption,
  insideHosts: option(
    'một danh sách máy như "10.0.0.5"',
    'a list of hosts such as "10.0.0.5"',
    z.array(Text.regex(/^[^/]*$/)),
  ),
  ordersPerPhone: numberOrNullOption,
  payWithinHours: option(
    'số nguyên từ 1 đến 8760, hoặc null',
    'a whole number from 1 to 8760, or null',
    z.int().min(1).max(8_760).nullable(),
  ),
  sealKeys: option(
    'một danh sách khóa, mỗi khóa ít nhất 32 ký tự ngẫu nhiên',
    'a list of keys, each of at least 32 random characters',
    z.array(z.string().refine(isRandomSecret)),
  ),
  onWarning: callOption,
  clock: callOption,
  ids: option(
    '{ newId, newOrderCode }, đều là hàm, có thể thiếu',
    '{ newId, newOrderCode }, functions, each of which may be left out',
    z.strictObject({ newId: Call, newOrderCode: Call }).partial(),
  ),
  reference: option(
    'kết quả của loadReference, có places và groups',
    'what loadReference gives, with places and groups',
    having('places', 'groups'),
  ),
}
