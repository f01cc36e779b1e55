import { hasValidCheckDigit, toGtin14 } from '../../catalog/packs/gtin.js'
import { fieldError } from '../../catalog/errors.js'
import { LotNumber, SerialNumber } from '../../catalog/packs/lot.js'

/** What a GS1 Digital Link names: a trade item, maybe one of its lots or a single pack. */
export interface DigitalLink {
  /** Of 14 digits. */
  readonly gtin: string
  readonly lot: string | null
  readonly serial: string | null
}

/** The path of a link in canonical order: `/01/<GTIN>/10/<lot>/21/<serial>` (GS1 Digital Link URI Syntax 1.2). */
export function writeDigitalLink({ gtin, lot, serial }: DigitalLink): string {
  const parts = [
    ['01', toGtin14(gtin)],
    ['10', lot],
    ['21', serial],
  ] as const
  return parts.map(([key, value]) => (value === null ? '' : `/${key}/${encodeURIComponent(value)}`)).join('')
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Keys that may follow a GTIN, in this order; 22 is a variant of the same pack, which makes no difference here. */
const QUALIFIERS = ['22', '10', '21']

/**
 * Reads the path of a link.
 *
 * @returns null for a path of another form.
 * @throws {CatalogError} `INVALID_INPUT` for a GTIN whose check digit is wrong.
 */
export function readDigitalLink(path: string): DigitalLink | null {
  const [, key, gtin = '', ...rest] = path.split('/')
  if (key !== '01' || !/^(\d{8}|\d{12,14})$/.test(gtin) || rest.length % 2 === 1) return null
  const found = new Map<string, string>()
  let last = -1
  for (let index = 0; index < rest.length; index += 2) {
    const place = QUALIFIERS.indexOf(rest[index] ?? '')
    const value = decode(rest[index + 1] ?? '')
    if (place <= last || value === null) return null
    last = place
    found.set(rest[index] ?? '', value)
  }
  const [lot, serial] = [found.get('10') ?? null, found.get('21') ?? null]
  if (lot !== null && !LotNumber.safeParse(lot).success) return null
  if (serial !== null && !SerialNumber.safeParse(serial).success) return null
  if (!hasValidCheckDigit(gtin)) throw fieldError('gtin', 'checkDigit')
  return { gtin: toGtin14(gtin), lot, serial }
}
