import type { Figures } from '../figures.js'

/** Transactions, order lines, units and đồng stand side by side. */
const WIDTH = 4

/** So many sums of figures, all zero at first, by number in one typed array. */
export class FigureRows {
  readonly #values: Float64Array

  constructor(readonly length: number) {
    this.#values = new Float64Array(length * WIDTH)
  }

  add(row: number, transactions: number, orderLines: number, units: number, amount: number): void {
    const values = this.#values
    const at = row * WIDTH
    values[at] = (values[at] as number) + transactions
    values[at + 1] = (values[at + 1] as number) + orderLines
    values[at + 2] = (values[at + 2] as number) + units
    values[at + 3] = (values[at + 3] as number) + amount
  }

  /** Adds a row of others to one of these. */
  addRow(row: number, others: FigureRows, other: number): void {
    const from = others.#values
    const at = other * WIDTH
    this.add(row, from[at] as number, from[at + 1] as number, from[at + 2] as number, from[at + 3] as number)
  }

  at(row: number): Figures {
    const values = this.#values
    const at = row * WIDTH
    return {
      transactions: values[at] as number,
      orderLines: values[at + 1] as number,
      units: values[at + 2] as number,
      amount: values[at + 3] as number,
    }
  }

  /** True for a row of zeros. */
  isNothing(row: number): boolean {
    const values = this.#values
    for (let at = row * WIDTH; at < (row + 1) * WIDTH; at++) if (values[at] !== 0) return false
    return true
  }
}
