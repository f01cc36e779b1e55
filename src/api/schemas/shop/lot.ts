import * as z from 'zod'
import { Lot as LotRecord } from '../../../catalog/packs/lot.js'
import { named } from '../../components.js'
import { Next } from '../paging.js'
import { Words } from '../words.js'

const { sku, number, madeOn, bestBefore, soldFrom, harvestedOn, harvestPlace, notes, status } = LotRecord.shape

/** What was made in one go and bears one lot number, as the QR code on the pack shows it. */
export const Lot = named(
  'Lot',
  z.strictObject({
    number: z.string(),
    sku: z.string().nullable(),
    madeOn: z.string().nullable(),
    bestBefore: z.string().nullable(),
    soldFrom: z.string().nullable(),
    harvestedOn: z.string().nullable(),
    harvestPlace: z.string().nullable(),
    notes: Words.nullable(),
    status,
  }),
)
export const Lots = named('Lots', z.strictObject({ next: Next, lots: z.array(Lot) }))

export const ProducerLot = named('ProducerLot', Lot.extend({ id: z.string(), version: z.int(), productId: z.string() }))
export const ProducerLots = named('ProducerLots', z.strictObject({ next: Next, lots: z.array(ProducerLot) }))

const fields = { sku, number, madeOn, bestBefore, soldFrom, harvestedOn, harvestPlace, notes, status }
export const LotBody = named('LotBody', z.strictObject(fields))
export const NewLotBody = named('NewLotBody', z.strictObject({ productId: z.string().min(1).max(64), ...fields }))
