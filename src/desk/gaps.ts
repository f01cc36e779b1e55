import type { FieldIssue } from '../catalog/errors.js'
import { missingLabelFacts } from '../catalog/product.js'
import type { ProductDraft } from '../catalog/submission.js'

/**
 * What a draft still lacks before it can be sent to the office: a name, a photo, the product set, the place, and at least
 * one variant with pack and price; for its set also the facts that the label must state.
 */
export function findGaps(draft: ProductDraft): readonly FieldIssue[] {
  const { name, photos, classification, origin, variants } = draft
  const missing = [
    ...(photos.length === 0 ? ['photos'] : []),
    ...(name === undefined ? ['name.vi'] : []),
    ...(classification?.set == null ? ['classification.set'] : []),
    ...(origin === undefined ? ['origin'] : []),
    ...(variants.length === 0 ? ['variants.0.packSize', 'variants.0.price'] : []),
    ...variants.flatMap(({ packSize, price }, index) => [
      ...(packSize === undefined ? [`variants.${index}.packSize`] : []),
      ...(price === null ? [`variants.${index}.price`] : []),
    ]),
    ...missingLabelFacts(draft).map((fact) => `labelFacts.${fact}`),
  ]
  return missing.map((path) => ({ path, code: 'required', params: {} }))
}
