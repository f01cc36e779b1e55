/**
 * What another platform reports: one sale with its number, or a statement over a span of days
 * (`count: 42933, from: '2024-01-01', until: '2024-06-30'`).
 */
export interface PlatformSale {
  readonly platformId: string
  /** The platform's own order number, or the report's reference for a statement. */
  readonly externalNumber: string
  readonly from: string
  /** The same day as `from` when left out. */
  readonly until?: string
  /** 1 when left out. */
  readonly count?: number
  readonly producerId?: string | null
  /** Needed when neither producer nor product tells it: `pre-2025-07:66`. */
  readonly province?: string
  readonly lines?: readonly {
    readonly productId: string
    readonly sku?: string
    readonly quantity: number
    readonly amount: number
  }[]
  readonly amount?: number | null
  readonly source?: string
}
