import * as z from 'zod'
import type { GroupCode, SetNumber } from '../product-groups.js'
import { line, localizedParagraphs } from '../text.js'

/** What the label of a pack says. All optional here: what a product set requires is asked by {@link requiredLabelFacts}. */
export const LabelFacts = z.strictObject({
  /** The brand on the pack, where it has one of its own. */
  brand: line(100).optional(),
  ingredients: localizedParagraphs(2000).optional(),
  /** How long the goods keep, as printed: "12 tháng kể từ ngày sản xuất". */
  shelfLife: line(200).optional(),
  storage: localizedParagraphs(500).optional(),
  usage: localizedParagraphs(1000).optional(),
  /** Number of the self-declaration or declaration of food (Decree 15/2018/NĐ-CP). */
  declarationNumber: line(100).optional(),
  warnings: localizedParagraphs(500).optional(),
})
export type LabelFacts = z.infer<typeof LabelFacts>
export type LabelFact = keyof LabelFacts

const FOOD: readonly LabelFact[] = ['ingredients', 'shelfLife', 'storage', 'declarationNumber']
const FRESH: readonly LabelFact[] = ['shelfLife', 'storage']
const ALCOHOL: readonly LabelFact[] = ['ingredients', 'storage', 'declarationNumber', 'warnings']
const HERBAL: readonly LabelFact[] = ['ingredients', 'shelfLife', 'usage', 'declarationNumber']

/**
 * Sets 14 and 15 hold alcohol: not sold to people under 18 (Law 44/2019/QH14 on preventing harm of alcohol). A beverage
 * whose set is not known yet may be one of them, so it is treated as one until somebody classifies it.
 */
export const isAgeRestricted = (group: GroupCode | null, set: SetNumber | null): boolean =>
  set === 14 || set === 15 || (group === 'II' && set === null)

/** The label facts that a product of this set must state before its producer may have it published. */
export function requiredLabelFacts(group: GroupCode | null, set: SetNumber | null): readonly LabelFact[] {
  if (set === 14 || set === 15) return ALCOHOL
  if (set === 1 || set === 2) return FRESH
  if (group === 'I' || group === 'II') return FOOD
  return group === 'III' ? HERBAL : []
}
