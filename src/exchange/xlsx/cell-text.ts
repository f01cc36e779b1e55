/** What a spreadsheet cell may hold. */
export type SheetCell = string | number | boolean | Date | null | undefined

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15

function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const text = String(Number(value.toPrecision(DIGITS)))
  // Three decimals would be read as thousands: 85.125 is not 85125.
  return /\.\d{3}$/.test(text) ? `${text}0` : text
}

/** A cell as the text that stands for it in CSV: days as `2024-05-17`, numbers with all their digits. */
export function cellText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return typeof cell === 'number' ? numberText(cell) : String(cell)
}
