/** The outcome of counting the ledger anew. */
export interface Recount {
  readonly entries: number
  readonly transactions: number
  /** Cells of the kept counts that differ from the recount; empty when they agree. */
  readonly differences: readonly { readonly cell: string; readonly kept: number; readonly recounted: number }[]
}
