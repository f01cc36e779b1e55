import type { OfficeRole, ProducerRole } from '../catalog/account.js'

type Role = OfficeRole | ProducerRole

const EVERY_OFFICE = ['viewer', 'reviewer', 'importer', 'administrator'] as const
const DECIDING = ['reviewer', 'administrator'] as const
const IMPORTING = ['importer', 'administrator'] as const
const ADMINISTERING = ['administrator'] as const
const PRODUCER = ['owner', 'staff'] as const
const OWNER = ['owner'] as const

/**
 * Who may do what. An office role counts for what lies in its provinces (of today) or in the whole country, a producer
 * role for what belongs to that producer; nothing else is allowed. `tests/access/rights.test.ts` tries every cell.
 */
export const RIGHTS = {
  /** See products, drafts, producers, certificates and listings behind the public pages. */
  'catalog.view': [...EVERY_OFFICE, ...PRODUCER],
  /** Change products, producers, certificates, listings and stock without review. */
  'catalog.edit': [...ADMINISTERING],
  /** Write drafts of products and send them for review. */
  'submission.write': [...PRODUCER],
  'submission.view': [...EVERY_OFFICE, ...PRODUCER],
  /** Approve or return what producers sent. */
  'submission.decide': [...DECIDING],
  /** Change stock and price of a product that is on sale. */
  'stock.change': [...ADMINISTERING, ...PRODUCER],
  'order.view': [...EVERY_OFFICE, ...PRODUCER],
  /** Accept, pack, ship, cancel. */
  'order.advance': [...PRODUCER],
  'import.run': [...IMPORTING],
  'import.undo': [...IMPORTING],
  /** See figures with the rows behind them, and export them. */
  'report.view': [...EVERY_OFFICE, ...PRODUCER],
  /** Work on listings: checks of links, prices that differ, platforms that closed. */
  'listing.check': [...EVERY_OFFICE],
  /** Write down what became of a listing: taken down, moved, another price. */
  'listing.mend': [...DECIDING, 'importer'],
  'feedback.view': [...EVERY_OFFICE, ...PRODUCER],
  'feedback.assign': [...DECIDING],
  'feedback.answer': [...DECIDING, ...PRODUCER],
  /** Hide and show shoppers' reviews and questions. */
  'review.moderate': [...DECIDING],
  'review.answer': [...PRODUCER],
  /** Vouchers and promotions at a producer's own cost. */
  'voucher.manage': [...ADMINISTERING, ...OWNER],
  /** Words that the search of the whole shop is taught. */
  'search.teach': [...ADMINISTERING],
  /** Collections and news on the home page. */
  'news.manage': [...ADMINISTERING],
  /** How a producer is paid, and that money has come. */
  'payment.manage': [...ADMINISTERING, ...OWNER],
  /** The producer's own facts: story, contact, place. */
  'producer.edit': [...ADMINISTERING, ...OWNER],
  'account.view': [...ADMINISTERING, ...OWNER],
  /** Invite, give roles, disable, end sessions, make links for new passwords. */
  'account.manage': [...ADMINISTERING, ...OWNER],
  /** Approve those who ask for an account as a producer. */
  'registration.decide': [...ADMINISTERING],
  /** Reports that are made by themselves and sent. */
  'report.schedule': [...ADMINISTERING],
  /** Other sites whose signed catalogs are shown here. */
  'exchange.manage': [...ADMINISTERING],
  /** Programs that are told of events, and what is on its way to them. */
  'webhook.manage': [...ADMINISTERING, ...OWNER],
  /** Make and revoke keys by which programs call the JSON API. */
  'apiKey.manage': [...ADMINISTERING],
  'audit.view': [...ADMINISTERING],
  /** Make a backup of the whole site. */
  'backup.make': [...ADMINISTERING],
  /** Put a backup in the place of the whole site's data. */
  'backup.restore': [...ADMINISTERING],
  'security.view': [...ADMINISTERING],
  /** Answer a shopper's request to see, export or erase personal data. */
  'personalData.answer': [...ADMINISTERING],
} as const satisfies Record<string, readonly Role[]>

/** What is done to the site as a whole: a role for some provinces has none of it. */
const WHOLE_SITE: ReadonlySet<string> = new Set<keyof typeof RIGHTS>([
  'search.teach',
  'news.manage',
  'exchange.manage',
  'backup.make',
  'backup.restore',
  'personalData.answer',
])

/** Something that needs a right. */
export type Action = keyof typeof RIGHTS

/** True for what only a role for the whole country reaches. */
export const isOfWholeSite = (action: Action): boolean => WHOLE_SITE.has(action)

export const ACTIONS = Object.keys(RIGHTS) as readonly Action[]

/** The table's answer for one role, whatever it reaches. */
export const isRight = (role: Role, action: Action): boolean => (RIGHTS[action] as readonly Role[]).includes(role)
