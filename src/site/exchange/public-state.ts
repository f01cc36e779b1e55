import { createHash } from 'node:crypto'
import type { Certificate } from '../../catalog/certificate.js'
import type { Product } from '../../catalog/product.js'
import { without } from '../../catalog/without.js'

/** How a receiver calls a record of a source, behind the source's own prefix. */
export const nameAtReceiver = (idAtSource: unknown): string =>
  createHash('sha256').update(String(idAtSource)).digest('base64url').slice(0, 32)

/** JSON whose keys stand in order, so that the same facts are the same text wherever they lie. */
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** The facts of a product that travel unchanged. */
function factsOf(product: Product): object {
  const variants = product.variants.map(({ packSize, price, name, illustrative }) => ({
    packSize,
    price,
    name,
    illustrative: illustrative === true,
  }))
  const own = ['id', 'slug', 'formerSlugs', 'version', 'changedAt', 'producerId', 'photos', 'variants'] as const
  return { ...without(product, ...own), variants }
}

interface PublicRecords {
  readonly products: Iterable<Product>
  readonly certificates: Iterable<Certificate>
  /** The name of a record at the receiver. */
  readonly nameOf: (id: string) => string
}

/**
 * A digest of what a source publishes: its public products and their certificates, the same whether it is made of the
 * source's own records or of those that a receiver has taken. By it a receiver knows that it holds what the source shows,
 * and not the remains of a history that the source has lost. It pauses after each record; see `takeTurns`.
 */
export function* publicState({ products, certificates, nameOf }: PublicRecords): Generator<void, string> {
  const digests: string[] = []
  const shown = new Set<string>()
  const note = (kind: string, id: string, facts: object): void => {
    digests.push(
      createHash('sha256')
        .update(ordered([kind, nameOf(id), facts]))
        .digest('base64url'),
    )
  }
  for (const product of products) {
    if (product.status !== 'published') continue
    shown.add(product.id)
    note('product', product.id, factsOf(product))
    yield
  }
  for (const certificate of certificates) {
    if (!shown.has(certificate.productId)) continue
    const facts = without(certificate, 'id', 'version', 'changedAt', 'productId')
    note('certificate', certificate.id, { ...facts, of: nameOf(certificate.productId) })
    yield
  }
  return createHash('sha256').update(digests.sort().join('\n')).digest('hex')
}
