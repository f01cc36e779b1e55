import * as z from 'zod'
import { Day } from '../../../catalog/day.js'
import { FINDINGS } from '../../../desk/listing-findings.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Elsewhere, Named, ShownCertificate } from '../shop/product.js'

/** Where a producer's products are listed, what is counted there, and how their certificates stand. */
export const OwnListings = named(
  'OwnListings',
  z.strictObject({
    next: Next,
    products: z.array(
      z.strictObject({
        product: Named,
        certificate: ShownCertificate.nullable(),
        /** The last day of the certificate, or null. */
        expiresOn: Day.nullable(),
        elsewhere: z.array(Elsewhere),
        /** Transactions so far, by platform, this shop among them. */
        transactions: z.array(z.strictObject({ platformId: z.string(), transactions: z.int() })),
        findings: z.array(z.strictObject({ platformId: z.string(), finding: z.enum(FINDINGS) })),
      }),
    ),
  }),
)
