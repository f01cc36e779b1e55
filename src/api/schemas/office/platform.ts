import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { Platform as PlatformRecord } from '../../../catalog/platform.js'
import { FINDINGS } from '../../../desk/listing-findings.js'
import { MENDINGS } from '../../../desk/mend-listing.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Words } from '../words.js'

const { slug, name, operator, website, description, openedOn, closedOn, source } = PlatformRecord.shape

/** A platform as the office keeps it. */
export const OfficePlatform = named(
  'OfficePlatform',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    slug: z.string(),
    name: Words,
    operator: z.string().nullable(),
    website: z.string().nullable(),
    description: Words.nullable(),
    openedOn: Day.nullable(),
    closedOn: Day.nullable(),
    source: z.string().nullable(),
  }),
)
const fields = { name, operator, website, description, openedOn, closedOn, source }
/** All of a platform; a new one is given an address made of its name when it names none. */
export const NewPlatformBody = named('NewPlatformBody', z.strictObject({ slug: slug.optional(), ...fields }))
export const PlatformBody = named('PlatformBody', z.strictObject({ slug, ...fields }))

/** What is wrong with a listing, and the steps that may mend it. */
export const FindingPage = named(
  'FindingPage',
  z.strictObject({
    total: z.int(),
    next: Next,
    /** The day of the newest check; null before the first. */
    lastCheckedOn: Day.nullable(),
    findings: z.array(
      z.strictObject({
        finding: z.enum(FINDINGS),
        listingId: z.string(),
        productId: z.string(),
        product: Words,
        platformId: z.string(),
        url: z.string().nullable(),
        price: z.int().nullable(),
        check: z
          .strictObject({
            state: z.string(),
            checkedOn: Day,
            since: Day,
            movedTo: z.string().nullable(),
            prices: z.array(z.int()),
          })
          .nullable(),
      }),
    ),
  }),
)
export const FindingQuery = z.strictObject({
  finding: z.enum(FINDINGS).optional(),
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().min(1).max(1000).optional(),
})

/** Taken down, moved to where the check found it, priced as the page says, or seen to be there. */
export const MendingBody = named('MendingBody', z.strictObject({ step: z.enum(MENDINGS) }))
