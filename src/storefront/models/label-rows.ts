import { requiredLabelFacts, type LabelFact } from '../../catalog/packs/label-facts.js'
import type { Product } from '../../catalog/product.js'
import { say, vietnamese, type Said } from '../language.js'
import type { Visit } from '../visit.js'

const ORDER: readonly LabelFact[] = [
  'brand',
  'ingredients',
  'shelfLife',
  'storage',
  'usage',
  'declarationNumber',
  'warnings',
]

/** What the label says; a required fact that nobody stated yet has no value, and the page says that it is missing. */
export function toLabelRows(product: Product, visit: Visit): { label: string; value: Said | null }[] {
  const { group = null, set = null } = product.classification ?? {}
  const required = requiredLabelFacts(group, set)
  return ORDER.filter((fact) => product.labelFacts[fact] !== undefined || required.includes(fact)).map((fact) => {
    const value = product.labelFacts[fact]
    const label = visit.messages.product.labelFacts[fact]
    if (value === undefined) return { label, value: null }
    return { label, value: typeof value === 'string' ? vietnamese(value, visit.language) : say(value, visit.language) }
  })
}
