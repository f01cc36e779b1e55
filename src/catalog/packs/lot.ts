import * as z from 'zod'
import { Day, Instant, PartialDay } from '../day.js'
import { form } from '../form.js'
import { LotId, ProductId, Sku, Version } from '../ids.js'
import { line, localizedParagraphs } from '../text.js'

/** The characters that GS1 allows in lot and serial numbers (General Specifications, character set 82), at most 20. */
const PRINTED = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/

/** A lot or batch number as it is printed on the pack (GS1 application identifier 10). */
export const LotNumber = form(PRINTED, 'L2611-A').brand<'LotNumber'>()
export type LotNumber = z.infer<typeof LotNumber>

/** The serial number of a single pack (GS1 application identifier 21). */
export const SerialNumber = form(PRINTED, 'SN000123').brand<'SerialNumber'>()
export type SerialNumber = z.infer<typeof SerialNumber>

/**
 * What was made in one go and bears one lot number (lô hàng): when and where it was made, until when it keeps. The public
 * reads it behind the QR code on the pack (Circular 02/2024/TT-BKHCN).
 */
export const Lot = z.strictObject({
  id: LotId,
  version: Version,
  productId: ProductId,
  /** The one variant that was packed from it; all of the product when left out. */
  sku: Sku.optional(),
  number: LotNumber,
  madeOn: PartialDay.optional(),
  bestBefore: Day.optional(),
  /** The first day on which it was sold. */
  soldFrom: Day.optional(),
  harvestedOn: PartialDay.optional(),
  harvestPlace: line(200).optional(),
  notes: localizedParagraphs(1000).optional(),
  /** `recalled`: its producer or the office takes it back, and everybody who looks it up is told so first. */
  status: z.enum(['current', 'recalled', 'withdrawn']),
  changedAt: Instant,
})
export type Lot = z.infer<typeof Lot>
