import { createCatalog } from './built.js'
import type { Buyers } from './buyers.js'
import { PLENTY } from './made-up-offers.js'

const REPEATED = 40

/** Orders that were repeated word for word, and what is wrong with the answers to them. */
export async function checkRepeats(buyers: Buyers, origin: string): Promise<string[]> {
  const known = new Set(buyers.answers.map(({ code }) => code))
  const repeated = await buyers.repeat(origin, REPEATED)
  const wrong = repeated.filter(({ status, code }) => status !== 201 || !known.has(code))
  return wrong.length > 0 ? [`${wrong.length} of ${REPEATED} repeated orders did not give the first order back.`] : []
}

/**
 * Opens the folder of a shop that was stopped and compares it with what its buyers were told: stock of each variant,
 * transactions, and the counts with the ledger. Gives what does not fit.
 */
export async function checkOrders(buyers: Buyers, folder: string): Promise<string[]> {
  const { answers } = buyers
  const sold = new Map<string, number>()
  for (const { sku, quantity } of answers.flatMap(({ shares }) => shares.flatMap(({ lines }) => lines)))
    sold.set(sku, (sold.get(sku) ?? 0) + quantity)
  const shares = answers.reduce((sum, order) => sum + order.shares.length, 0)
  const faults: string[] = []
  if (new Set(answers.map(({ code }) => code)).size !== answers.length) faults.push('Two orders have one code.')

  const catalog = await createCatalog({ folder })
  try {
    const { transactions, differences } = await catalog.recount()
    if (transactions !== shares)
      faults.push(`${shares} transactions were confirmed, ${transactions} are in the ledger.`)
    if (differences.length > 0) faults.push(`${differences.length} counts differ from the ledger.`)
    for (const [sku, units] of sold) {
      const left = catalog.state.stockOf(sku)
      if (left !== PLENTY - units) faults.push(`${units} of ${sku} were sold, ${String(left)} are left of ${PLENTY}.`)
    }
  } finally {
    await catalog.close()
  }
  return faults
}
