import * as z from 'zod'
import { Day, Instant } from '../day.js'
import { ListingId, Version } from '../ids.js'
import { Vnd } from '../vnd.js'

/**
 * What the checker of links found at the address of a listing.
 * - `alive`: the page is there. `gone`: the platform says that it is not, or leads to its front page.
 * - `moved`: it leads to another address. `refused`: the platform's robots.txt asks programs to stay away.
 * - `unreachable`: no answer, or one that says nothing of the page, such as a fault of the platform's server.
 */
export const LinkState = z.enum(['alive', 'gone', 'moved', 'refused', 'unreachable'])
export type LinkState = z.infer<typeof LinkState>

const address = z.url({ protocol: /^https?$/ }).max(1000)

/** The last check of a listing's address, under the listing's id. */
export const LinkCheck = z.strictObject({
  id: ListingId,
  version: Version,
  /** The address as it was checked; a check of another one says nothing of the listing. */
  url: address,
  state: LinkState,
  checkedOn: Day,
  /** The first day on which it was found in this state, without another one since. */
  since: Day,
  /** HTTP status of the answer. */
  status: z.int().min(100).max(599).optional(),
  movedTo: address.optional(),
  /** Prices in đồng that the page states as schema.org offers; none when it states none. */
  prices: z.array(Vnd).max(20),
  /** The day on which a person looked and found the product there, whatever the checker says. */
  seenOn: Day.optional(),
  changedAt: Instant,
})
export type LinkCheck = z.infer<typeof LinkCheck>
