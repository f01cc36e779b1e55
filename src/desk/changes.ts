import type { Certificate } from '../catalog/certificate.js'
import type { CertificateClaim, ProductDraft } from '../catalog/submission.js'

/** One field of a product, as the public sees it now and as it would be; null for what is not there. */
export interface FieldChange {
  /** `name.vi`, `variants.CF-500.price`, `labelFacts.storage.vi`, `photos`, `certificate.stars`. */
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

/** Shown as one thing, however much they hold. */
const WHOLE: ReadonlySet<string> = new Set(['packSize', 'classification', 'origin', 'photos'])

function* leaves(value: unknown, path: readonly string[]): Generator<readonly [string, unknown]> {
  const isWhole = typeof value !== 'object' || value === null || WHOLE.has(path.at(-1) ?? '')
  if (isWhole) yield [path.join('.'), value]
  else for (const [name, inner] of Object.entries(value)) yield* leaves(inner, [...path, name])
}

/** Variants by their SKU, so that one that moved is not taken for another. */
const byPath = (draft: ProductDraft | null): ReadonlyMap<string, unknown> =>
  new Map(
    draft === null
      ? []
      : leaves({ ...draft, variants: Object.fromEntries(draft.variants.map(({ sku, ...rest }) => [sku, rest])) }, []),
  )

function differences(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): FieldChange[] {
  const paths = new Set([...after.keys(), ...before.keys()])
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/** What a product would become, field by field; `published` is null for a new one. */
export const changesOf = (published: ProductDraft | null, next: ProductDraft): readonly FieldChange[] =>
  differences(byPath(published), byPath(next))

const CLAIMED = ['stars', 'decisionNumber', 'issuedOn', 'expiresOn', 'productCode'] as const

/** What a claim says otherwise than the certificate on record; without one, all that it says. */
export function claimChanges(claim: CertificateClaim, known: Certificate | null): readonly FieldChange[] {
  const pairs = (from: CertificateClaim | Certificate | null) =>
    new Map(CLAIMED.map((name) => [`certificate.${name}`, from?.[name] ?? null] as const))
  return differences(pairs(known), pairs(claim))
}
