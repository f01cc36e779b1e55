import * as z from 'zod'
import { sealable } from './sealed.js'
import { Instant } from './day.js'
import { Digest } from './digest.js'
import { AccountId, OrderId, ProducerId, Version } from './ids.js'
import { PhoneNumber } from './phone.js'
import { PlaceRef, ProvinceKey } from './places/place.js'
import { ProducerKind } from './producer.js'
import { line, paragraphs } from './text.js'

/** What a person of an office may do: look, decide on submissions, bring data in, or all of it and the accounts too. */
export const OfficeRole = z.enum(['viewer', 'reviewer', 'importer', 'administrator'])
export type OfficeRole = z.infer<typeof OfficeRole>

/** `owner` also decides who works for the producer. */
export const ProducerRole = z.enum(['owner', 'staff'])
export type ProducerRole = z.infer<typeof ProducerRole>

/** What an office role reaches: provinces of today's list, or the whole country. */
export const OfficeScope = z.union([z.literal('country'), z.array(ProvinceKey).min(1).max(34)])
export type OfficeScope = z.infer<typeof OfficeScope>

/** One role of a person: in an office of some provinces, or with one producer. */
export const Membership = z.discriminatedUnion('front', [
  z.strictObject({ front: z.literal('office'), role: OfficeRole, scope: OfficeScope }),
  z.strictObject({ front: z.literal('producer'), role: ProducerRole, producerId: ProducerId }),
])
export type Membership = z.infer<typeof Membership>

/** SHA-256 of a secret that only its holder knows, in hexadecimal. */
const SecretHash = Digest

/** One browser in which the person is signed in. */
export const AccountSession = z.strictObject({
  /** Names it in the list of sessions; opens nothing. */
  id: line(64),
  hash: SecretHash,
  createdAt: Instant,
  /** Written in coarse steps, so that reading a page costs no commit. */
  seenAt: Instant,
  /** True once the one-time code was given too. */
  secondFactor: z.boolean(),
  /** The browser in a few words: "Chrome, Android". */
  browser: line(60, 0),
})
export type AccountSession = z.infer<typeof AccountSession>

/** A link that opens the account once: to choose the first password, or a new one. */
export const OneTimeLink = z.strictObject({
  purpose: z.enum(['invite', 'reset']),
  hash: SecretHash,
  expiresAt: Instant,
})
export type OneTimeLink = z.infer<typeof OneTimeLink>

/** An authenticator app (RFC 6238). `lastStep` is the time step of the last code taken: no code is taken twice. */
export const Authenticator = z.strictObject({
  secret: sealable(/[A-Z2-7]{32}/),
  lastStep: z.int().min(0),
  since: Instant,
})
export type Authenticator = z.infer<typeof Authenticator>

/** Codes for the day when the phone is lost: hashed with one salt, each gone once used. */
export const RecoveryCodes = z.strictObject({
  salt: line(64, 16),
  hashes: z.array(SecretHash).max(10),
})
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** What someone who asked for an account as a producer said of the producer. */
const Registration = z.strictObject({
  producerName: line(200),
  kind: ProducerKind,
  province: ProvinceKey,
  address: line(300, 0),
  note: paragraphs(1000),
  askedAt: Instant,
})

/** Where a shopper has goods sent, as the order form takes it. */
const SavedAddress = z.strictObject({
  id: line(64),
  name: line(100, 2),
  phone: PhoneNumber,
  place: PlaceRef,
  street: line(200, 3),
})
export type SavedAddress = z.infer<typeof SavedAddress>

export const MAX_ADDRESSES = 10
export const MAX_SHOPPER_ORDERS = 1000

/**
 * What somebody keeps as a shopper: addresses, the usual one first, and the orders that they placed while signed in or
 * proved to be theirs by code and phone number. It gives no right to anything else.
 */
export const Shopper = z.strictObject({
  addresses: z.array(SavedAddress).max(MAX_ADDRESSES),
  orders: z.array(OrderId).max(MAX_SHOPPER_ORDERS),
})
export type Shopper = z.infer<typeof Shopper>

/**
 * A person who signs in: of an office, of a producer, or a shopper who wants to; guests buy without. `invited` has not chosen a
 * password yet, `pending` waits for the office's approval, `disabled` may do nothing from that moment on.
 */
export const Account = z.strictObject({
  id: AccountId,
  version: Version,
  name: line(100),
  phone: PhoneNumber.optional(),
  email: z
    .email()
    .max(200)
    .overwrite((value) => value.toLowerCase())
    .optional(),
  status: z.enum(['invited', 'pending', 'active', 'disabled']),
  memberships: z.array(Membership).max(50),
  /** In PHC form: `$scrypt$ln=15,r=8,p=3$salt$hash`. */
  password: z
    .string()
    .regex(/^\$scrypt\$[\w=,]{1,40}\$[\w+/]{1,100}\$[\w+/]{1,200}$/)
    .optional(),
  authenticator: Authenticator.optional(),
  recoveryCodes: RecoveryCodes.optional(),
  sessions: z.array(AccountSession).max(20),
  /** Browsers that signed in before: a flood of wrong passwords from elsewhere does not lock them out. */
  devices: z.array(SecretHash).max(10),
  links: z.array(OneTimeLink).max(5),
  registration: Registration.optional(),
  shopper: Shopper.optional(),
  /** When the person last said that the password is forgotten, until a link was made. */
  resetAskedAt: Instant.optional(),
  createdAt: Instant,
  changedAt: Instant,
})
export type Account = z.infer<typeof Account>
