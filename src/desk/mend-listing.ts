import type { Day } from '../catalog/day.js'
import type { LinkCheck } from '../catalog/office/link-check.js'
import type { Listing } from '../catalog/listing.js'

/** What a person does about a listing: it is gone, it moved, it costs what its page says, or it is there all the same. */
export const MENDINGS = ['remove', 'move', 'price', 'seen'] as const
export type Mending = (typeof MENDINGS)[number]

/** The records after the step; those that stay as they are are left out. */
interface Mended {
  readonly listing?: Listing
  readonly check?: LinkCheck
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** What a step makes of a listing; null when the last check does not say what the step would write. */
export function mendListing(mending: Mending, listing: Listing, check: LinkCheck | null, today: Day): Mended | null {
  switch (mending) {
    case 'remove':
      return { listing: { ...listing, status: 'removed', delistedOn: later(listing.listedOn, today) } }
    case 'move':
      return check?.movedTo === undefined ? null : { listing: { ...listing, url: check.movedTo } }
    case 'price': {
      const price = check?.prices[0]
      return price === undefined ? null : { listing: { ...listing, price } }
    }
    case 'seen':
      return {
        listing: { ...listing, lastCheckedOn: today },
        ...(check ? { check: { ...check, seenOn: today } } : {}),
      }
  }
}
