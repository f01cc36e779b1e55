import * as z from 'zod'
import type { Actor } from '../access/actor.js'
import { toAuditEntry } from '../access/audit.js'
import { requireRight } from '../access/rights.js'
import { producerSubject } from '../access/subjects.js'
import type { AuditEntry } from '../catalog/audit.js'
import { toInstant } from '../catalog/day.js'
import { CatalogError, type FieldIssue } from '../catalog/errors.js'
import { Sku, type ProducerId } from '../catalog/ids.js'
import { parse } from '../catalog/parse.js'
import type { Product, Variant } from '../catalog/product.js'
import type { StockMovement } from '../catalog/store.js'
import { Price } from '../catalog/vnd.js'
import type { SiteContext } from './context.js'

const Level = z.int().min(0).max(1_000_000)

/** New price and stock of one variant; what is left out stays as it is. */
const GoodsChange = z.strictObject({
  sku: Sku,
  price: Price.nullable().optional(),
  stock: Level.optional(),
})
export type GoodsChange = z.input<typeof GoodsChange>

const Changes = z.strictObject({ rows: z.array(GoodsChange).min(1).max(2000) })

/** One variant of a producer as it stands in its list. */
export interface GoodsRow {
  readonly product: Product
  readonly variant: Variant
  /** Null when no stock was ever stated: it is not sold here. */
  readonly stock: number | null
}

/** Stock and prices of what is in the shop: changed by its producer at once, without review. */
export class Goods {
  constructor(private readonly site: SiteContext) {}

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  list(actor: Actor, producerId: string): readonly GoodsRow[] {
    this.#require(actor, producerId)
    return this.site.state
      .productsOf(producerId as ProducerId)
      .filter(({ status }) => status !== 'withdrawn')
      .flatMap((product) =>
        product.variants.map((variant) => ({ product, variant, stock: this.site.state.stockOf(variant.sku) })),
      )
  }

  #require(actor: Actor, producerId: string): void {
    const { state, reference, today } = this.site
    const subject = producerSubject(state.get('producers', producerId), reference.places, today())
    requireRight(actor, 'stock.change', subject, { what: 'producer', id: producerId })
  }

  /**
   * Adds or takes away some units, never below none. Two who do so at once both count.
   *
   * @returns the units left.
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`.
   */
  async move(actor: Actor, producerId: string, sku: string, by: number): Promise<number> {
    this.#require(actor, producerId)
    return this.site.change(() => {
      const [row] = parse(Changes, { rows: [{ sku }] }).rows
      this.#requireOwn(producerId, row ? [row] : [])
      const now = this.site.state.stockOf(sku) ?? 0
      const quantity = Math.max(-now, Math.trunc(by))
      const stock: StockMovement[] = [{ sku: sku as Sku, quantity, reason: 'adjustment' }]
      return { commit: { stock, audit: this.#auditStock(actor, stock) }, result: now + quantity }
    })
  }

  /**
   * Sets prices and stock of many variants, all or nothing.
   *
   * @throws {CatalogError} `INVALID_INPUT` with paths like `rows.3.price`; `FORBIDDEN`, `NOT_FOUND`.
   */
  async change(actor: Actor, producerId: string, rows: readonly GoodsChange[]): Promise<number> {
    this.#require(actor, producerId)
    return this.site.change(() => {
      const { rows: wanted } = parse(Changes, { rows })
      this.#requireOwn(producerId, wanted)
      const products = this.#priced(wanted)
      const stock = this.#movements(wanted)
      return {
        commit: {
          puts: products.map(({ after }) => this.site.put('products', this.site.draft('products', after))),
          stock,
          audit: [...products.map((change) => this.#auditPrice(actor, change)), ...this.#auditStock(actor, stock)],
        },
        result: products.length + stock.length,
      }
    })
  }

  #requireOwn(producerId: string, rows: readonly z.infer<typeof GoodsChange>[]): void {
    const seen = new Set<string>()
    const issues = rows.flatMap(({ sku }, index): FieldIssue[] => {
      const isOwn = this.site.state.findBySku(sku)?.product.producerId === producerId
      const code = !isOwn ? 'notFound' : seen.has(sku) ? 'duplicate' : null
      seen.add(sku)
      return code ? [{ path: `rows.${index}.sku`, code, params: { value: sku } }] : []
    })
    if (issues.length > 0) throw new CatalogError('INVALID_INPUT', { issues })
  }

  #priced(rows: readonly z.infer<typeof GoodsChange>[]): { before: Product; after: Product }[] {
    const prices = new Map(rows.flatMap(({ sku, price }) => (price === undefined ? [] : [[sku, price] as const])))
    const products = new Set([...prices.keys()].map((sku) => this.site.state.findBySku(sku)?.product))
    return [...products].flatMap((before) => {
      if (!before?.variants.some(({ sku, price }) => prices.has(sku) && prices.get(sku) !== price)) return []
      const variants = before.variants.map((variant) => {
        const price = prices.get(variant.sku)
        // A price that its producer states is no longer made up for show.
        return price === undefined ? variant : { ...variant, price, illustrative: undefined }
      })
      return [{ before, after: { ...before, variants } }]
    })
  }

  #movements(rows: readonly z.infer<typeof GoodsChange>[]): StockMovement[] {
    return rows.flatMap(({ sku, stock }): StockMovement[] => {
      const now = this.site.state.stockOf(sku)
      return stock === undefined || stock === now ? [] : [{ sku, quantity: stock - (now ?? 0), reason: 'adjustment' }]
    })
  }

  #auditPrice(actor: Actor, { before, after }: { before: Product; after: Product }): AuditEntry {
    const pricesOf = ({ variants }: Product) => Object.fromEntries(variants.map(({ sku, price }) => [sku, price]))
    const deed = {
      action: 'products.price',
      subject: { collection: 'products', id: before.id },
      before: pricesOf(before),
      after: pricesOf(after),
    }
    return toAuditEntry(actor, deed, this.#stamp())
  }

  #auditStock(actor: Actor, movements: readonly StockMovement[]): AuditEntry[] {
    return movements.map(({ sku, quantity }) => {
      const now = this.site.state.stockOf(sku)
      const subject = { collection: 'products', id: this.site.state.findBySku(sku)?.product.id ?? sku }
      const deed = {
        action: 'products.stock',
        subject,
        before: { [sku]: now },
        after: { [sku]: (now ?? 0) + quantity },
      }
      return toAuditEntry(actor, deed, this.#stamp())
    })
  }

  #stamp() {
    return { id: this.site.newId(), at: toInstant(this.site.now()) }
  }
}
