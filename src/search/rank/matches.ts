/** The products that fit a query, each with its best reading. Valid until the next call of the matcher. */
export interface Matches {
  /** In no order. */
  readonly slots: Uint32Array
  /** By slot: from 0 to 1, how well the words fit, before neighbours and order are looked at. */
  readonly scores: Float32Array
  /** By slot: which of the readings. */
  readonly readings: Uint8Array
}
