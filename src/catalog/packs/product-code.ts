import type * as z from 'zod'
import { form } from '../form.js'

/** The parts of an official product code `T-X-STT-yyyy`: province, commune, ordinal kept by the commune, year of evaluation. */
export interface ProductCodeParts {
  readonly province: string
  readonly commune: string
  readonly ordinal: number
  readonly year: number
}

const FORM = /^(\d{2})-(\d{5})-(\d{1,4})-(20\d{2})$/

/** Reads an official product code (Decision 26/2026/QĐ-TTg with the codes of Decision 19/2025/QĐ-TTg); null when it is none. */
export function parseProductCode(code: string): ProductCodeParts | null {
  const match = FORM.exec(code)
  if (!match) return null
  const [, province = '', commune = '', ordinal, year] = match
  return Number(ordinal) === 0 ? null : { province, commune, ordinal: Number(ordinal), year: Number(year) }
}

/** An official product code such as `66-24133-001-2026`. That province and commune exist is checked against the places. */
export const ProductCode = form(
  FORM,
  '66-24133-001-2026',
  (code) => parseProductCode(code) !== null,
).brand<'ProductCode'>()
export type ProductCode = z.infer<typeof ProductCode>
