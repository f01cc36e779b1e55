import type { Certificate } from '../catalog/certificate.js'
import { addDays, type Day } from '../catalog/day.js'
import type { LinkCheck } from '../catalog/office/link-check.js'
import { isListedOn, type Listing } from '../catalog/listing.js'
import type { Platform } from '../catalog/platform.js'
import type { Product } from '../catalog/product.js'
import { shownCertificate } from '../catalog/standing.js'

/** What may be wrong with a listing, the most urgent first. */
export const FINDINGS = [
  'platformClosed',
  'gone',
  'moved',
  'unreachable',
  'refused',
  'priceDiffers',
  'certificateExpired',
] as const
export type Finding = (typeof FINDINGS)[number]

/** A platform that does not answer is given so many days before somebody is asked to look. */
const PATIENCE_DAYS = 3
/** What a person saw, or a platform's robots.txt keeps from the checker, is looked at again after so many days. */
const SEEN_LASTS_DAYS = 180

/** A day, with the days before it from which on things count as recent. */
export interface JudgedOn {
  readonly today: Day
  readonly patience: Day
  readonly recent: Day
}

export const judgeOn = (today: Day): JudgedOn => ({
  today,
  patience: addDays(today, -PATIENCE_DAYS),
  recent: addDays(today, -SEEN_LASTS_DAYS),
})

/** What is known of one listing. */
export interface ListingFacts {
  readonly listing: Listing
  readonly platform: Platform
  readonly product: Product
  readonly check: LinkCheck | null
  readonly certificates: readonly Certificate[]
}

/** The check, when it speaks of the address that the listing has now. */
export const currentCheck = ({ listing, check }: Pick<ListingFacts, 'listing' | 'check'>): LinkCheck | null =>
  check && check.url === listing.url ? check : null

/** What packs cost here; made-up prices are compared with nothing. */
const ownPrices = ({ variants }: Product): readonly number[] =>
  variants.flatMap(({ price, illustrative }) => (price === null || illustrative ? [] : [price]))

/** True when the page states prices, and none of them is known for this listing or asked here. */
function hasOtherPrice({ listing, product }: ListingFacts, { prices }: LinkCheck): boolean {
  const known = [...ownPrices(product), ...(listing.price === undefined ? [] : [listing.price])]
  return known.length > 0 && prices.length > 0 && !prices.some((price) => known.includes(price))
}

const isRecent = (day: Day | undefined, { recent }: JudgedOn): boolean => day !== undefined && day > recent

/** What the last check of the address asks a person to look at; null for nothing. */
function findingOfCheck(facts: ListingFacts, on: JudgedOn): Finding | null {
  const check = currentCheck(facts)
  if (!check) return null
  if (check.state === 'alive') return hasOtherPrice(facts, check) ? 'priceDiffers' : null
  if (isRecent(check.seenOn, on)) return null
  if (check.state === 'unreachable') return check.since <= on.patience ? 'unreachable' : null
  if (check.state === 'refused') return isRecent(facts.listing.lastCheckedOn, on) ? null : 'refused'
  return check.state
}

/** True for a product that is sold as recognised although its certificate has ended or was withdrawn. */
function isSoldWithoutCertificate({ product, certificates }: ListingFacts, today: Day): boolean {
  const standing = shownCertificate(certificates, today)?.standing
  return product.status === 'published' && (standing === 'expired' || standing === 'withdrawn')
}

/** What is wrong with a listing on a day; nothing for one that was taken down, and for products that nobody sees. */
export function findingsOf(facts: ListingFacts, on: JudgedOn): readonly Finding[] {
  const { today } = on
  const { listing, platform, product } = facts
  if (listing.status === 'removed' || product.status !== 'published') return []
  if (platform.closedOn !== undefined && platform.closedOn <= today) return ['platformClosed']
  const found = platform.own ? null : findingOfCheck(facts, on)
  const isSold = listing.status === 'orderable' && isListedOn(listing, platform, today)
  const expired = isSold && isSoldWithoutCertificate(facts, today) ? (['certificateExpired'] as const) : []
  return [...(found ? [found] : []), ...expired]
}
