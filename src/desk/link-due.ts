import { addDays, type Day } from '../catalog/day.js'
import { isListedOn } from '../catalog/listing.js'
import { currentCheck, type ListingFacts } from './listing-findings.js'

/** An address is looked at once a week; one that did not answer the day after. */
const WEEK = 7

/** True when the address of a listing is to be checked: it has one, is said to be there, and was not checked of late. */
export function isCheckDue(facts: Omit<ListingFacts, 'product' | 'certificates'>, today: Day): boolean {
  const { listing, platform } = facts
  if (platform.own || listing.url === undefined || !isListedOn(listing, platform, today)) return false
  const check = currentCheck(facts)
  return check === null || check.checkedOn <= addDays(today, check.state === 'unreachable' ? -1 : -WEEK)
}
