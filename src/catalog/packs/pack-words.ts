import type { PackSize } from './pack-size.js'
import type { Language } from '../text.js'

/** How one piece is called. */
export const PIECE = { vi: 'cái', en: 'pc' }

const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** `500 g`, `20 × 25 g`. */
export function formatPack({ quantity, unit, count = 1 }: PackSize, language: Language): string {
  const toText = (value: number): string => NUMBERS[language].format(value)
  const one = `${toText(quantity)} ${unit === 'piece' ? PIECE[language] : unit}`
  return count > 1 ? `${toText(count)} × ${one}` : one
}
