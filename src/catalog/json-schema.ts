import * as z from 'zod'
import { Account } from './account.js'
import { Announcement } from './announcement.js'
import { AuditEntry } from './audit.js'
import { Certificate } from './certificate.js'
import { Listing } from './listing.js'
import { Order } from './order.js'
import { Platform } from './platform.js'
import { Producer } from './producer.js'
import { Product } from './product.js'
import { ProducerSettings } from './producer-settings.js'
import { Submission } from './submission.js'
import { Transaction } from './transaction.js'

const SCHEMAS = {
  producer: Producer,
  product: Product,
  certificate: Certificate,
  platform: Platform,
  listing: Listing,
  order: Order,
  transaction: Transaction,
  announcement: Announcement,
  submission: Submission,
  producerSettings: ProducerSettings,
  account: Account,
  auditEntry: AuditEntry,
}

export type RecordName = keyof typeof SCHEMAS

export const RECORD_NAMES = Object.keys(SCHEMAS) as readonly RecordName[]

/** The JSON Schema (draft 2020-12) of a record as it is handed in, made from the schema that checks it. */
export const jsonSchemaOf = (name: RecordName): z.core.JSONSchema.JSONSchema =>
  z.toJSONSchema(SCHEMAS[name], { io: 'input', target: 'draft-2020-12' })
