/** What is counted, each apart: transactions are not order lines, and neither are units. `amount` is whole đồng without shipping. */
export interface Figures {
  readonly transactions: number
  readonly orderLines: number
  readonly units: number
  readonly amount: number
}

export const NOTHING: Figures = { transactions: 0, orderLines: 0, units: 0, amount: 0 }

export const addFigures = (a: Figures, b: Figures): Figures => ({
  transactions: a.transactions + b.transactions,
  orderLines: a.orderLines + b.orderLines,
  units: a.units + b.units,
  amount: a.amount + b.amount,
})

export const isNothing = (figures: Figures): boolean =>
  figures.transactions === 0 && figures.orderLines === 0 && figures.units === 0 && figures.amount === 0
