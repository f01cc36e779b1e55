import * as z from 'zod'
import { Account as AccountRecord, Membership } from '../../../catalog/account.js'
import { Instant } from '../../../catalog/day.js'
import { ProducerRole } from '../../../catalog/account.js'
import { ProvinceKey } from '../../../catalog/places/place.js'
import { ProducerKind } from '../../../catalog/producer.js'
import { line } from '../../../catalog/text.js'
import { named } from '../../components.js'
import { Phone } from '../shop/order.js'
import { Next } from '../paging.js'

/** Somebody who signs in, as the office or the owner sees the account. */
export const Account = named(
  'Account',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    status: z.enum(['invited', 'pending', 'active', 'disabled']),
    memberships: z.array(Membership),
    /** True with an app that gives one-time codes. */
    secondFactor: z.boolean(),
    sessions: z.array(z.strictObject({ browser: z.string(), createdAt: Instant, seenAt: Instant })),
    /** What somebody said who asks for an account as a producer; null for others. */
    registration: z
      .strictObject({
        producerName: z.string(),
        kind: ProducerKind,
        province: ProvinceKey,
        address: z.string(),
        note: z.string(),
        askedAt: Instant,
      })
      .nullable(),
    createdAt: Instant,
  }),
)
export const AccountPage = named(
  'AccountPage',
  z.strictObject({ total: z.int(), next: Next, accounts: z.array(Account) }),
)

/** An account with the address that opens it once; it is told this once and kept nowhere. */
export const AccountLink = named(
  'AccountLink',
  z.strictObject({
    account: Account,
    link: z.string(),
    /** True when it went by mail to whom the account belongs. */
    sent: z.boolean(),
  }),
)

const contact = { name: AccountRecord.shape.name, phone: Phone.optional(), email: z.email().max(200).optional() }
export const InviteBody = named('InviteBody', z.strictObject({ ...contact, membership: Membership }))
export const InviteColleagueBody = named('InviteColleagueBody', z.strictObject({ ...contact, role: ProducerRole }))
/** A producer that the catalog does not know yet, and its owner. */
export const InviteProducerBody = named(
  'InviteProducerBody',
  z.strictObject({
    name: AccountRecord.shape.name,
    phone: Phone,
    email: z.email().max(200).optional(),
    producerName: line(200),
    kind: ProducerKind,
    province: ProvinceKey,
    address: line(300, 0),
    /** True makes one more producer though the province has one of that name: without it that is refused as `knownProducer`. */
    isAnother: z.boolean().optional(),
  }),
)
/** All roles of the account; those out of reach have to stay as they are. */
export const MembershipsBody = named('MembershipsBody', z.strictObject({ memberships: z.array(Membership).max(50) }))
/** The producer whose owner the asker becomes; a new one when it is null. */
export const ApproveAccountBody = named(
  'ApproveAccountBody',
  z.strictObject({ producerId: z.string().min(1).max(64).nullable() }),
)
export const StatusBody = named('StatusBody', z.strictObject({ status: z.enum(['active', 'disabled']) }))
