/** How much one CSV file may hold. Checked while reading, before any cell is interpreted. */
export interface Limits {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
}

/** Room for a national catalog (100,000 products) and no more. */
export const LIMITS: Limits = { bytes: 64 * 1024 * 1024, rows: 100_000, columns: 100, cell: 10_000 }
