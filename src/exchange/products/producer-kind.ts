import type { ProducerKind } from '../../catalog/producer.js'
import { fold } from '../../catalog/text.js'

/** Legal forms as they begin or end a name, folded. */
const FORMS: readonly (readonly [RegExp, ProducerKind])[] = [
  [/^(hop tac xa|htx)\b/, 'cooperative'],
  [/^(to hop tac|tht)\b/, 'cooperativeGroup'],
  [/^(chi nhanh )?(cong ty|cty|doanh nghiep|dntn)\b|\b(co\.?,? ?ltd|jsc)\.?$/, 'enterprise'],
  [/^(ho kinh doanh|ho san xuat|hkd)\b/, 'household'],
]

/** The legal form that a producer's name states; null when it states none, as "Cơ sở …" does: never guessed. */
export function producerKindOf(name: string): ProducerKind | null {
  const folded = fold(name)
  // Folded it would be the family name Hồ as well.
  if (/^hộ /iu.test(name)) return 'household'
  return FORMS.find(([form]) => form.test(folded))?.[1] ?? null
}
