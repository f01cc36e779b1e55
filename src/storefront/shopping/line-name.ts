import type { OrderLine } from '../../catalog/order.js'
import { say, vietnamese, type Said } from '../language.js'
import type { Visit } from '../visit.js'

interface LineName {
  readonly name: Said
  /** Which variant; null where the name says it. */
  readonly variant: Said | null
}

/** The name under which it was ordered; its variant in the page's language, where the catalog still calls it so. */
export function lineName({ name, sku }: Pick<OrderLine, 'name' | 'sku'>, visit: Visit): LineName {
  const variant = visit.catalog.state.findBySku(sku)?.variant.name
  const end = variant && ` – ${variant.vi}`
  if (!end || !name.endsWith(end)) return { name: vietnamese(name, visit.language), variant: null }
  return { name: vietnamese(name.slice(0, -end.length), visit.language), variant: say(variant, visit.language) }
}

/** The same in one line, for labels and titles. */
export function lineTitle(line: Pick<OrderLine, 'name' | 'sku'>, visit: Visit): string {
  const { name, variant } = lineName(line, visit)
  return variant ? `${name.text} – ${variant.text}` : name.text
}
