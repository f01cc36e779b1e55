import type { ProductDraft } from '../catalog/submission.js'

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of three states of a field: the draft's own where the draft changed it, else what it has become meanwhile. */
const pick = <T>(base: T, draft: T, current: T): T => (isSame(base, draft) ? current : draft)

const FIELDS = ['name', 'description', 'classification', 'origin', 'photos'] as const

type Named = Readonly<Record<string, unknown>>

/** Merges objects by their fields; a field that is left out counts as such. */
function mergeFields<T extends object>(base: T, draft: T, current: T): T {
  const [before, mine, now] = [base as Named, draft as Named, current as Named]
  const names = new Set([...Object.keys(mine), ...Object.keys(now)])
  const merged = [...names].map((name): readonly [string, unknown] => [name, pick(before[name], mine[name], now[name])])
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T
}

/**
 * What a change makes of a product that others may have changed since it was begun: a price set in the shop meanwhile
 * stays unless the draft sets it too. Variants keep the draft's order; one that came up meanwhile is kept at the end.
 */
export function mergeDraft(base: ProductDraft, draft: ProductDraft, current: ProductDraft): ProductDraft {
  const find = (among: ProductDraft, sku: string) => among.variants.find((variant) => variant.sku === sku)
  const kept = draft.variants.map((variant) => {
    const [before, now] = [find(base, variant.sku), find(current, variant.sku)]
    return before && now ? mergeFields(before, variant, now) : variant
  })
  const added = current.variants.filter(({ sku }) => !find(draft, sku) && !find(base, sku))
  const ownFields = (from: ProductDraft): Named => Object.fromEntries(FIELDS.map((name) => [name, from[name]]))
  return {
    ...(mergeFields(ownFields(base), ownFields(draft), ownFields(current)) as unknown as ProductDraft),
    variants: [...kept, ...added],
    labelFacts: mergeFields(base.labelFacts, draft.labelFacts, current.labelFacts),
  }
}
