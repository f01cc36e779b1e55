import { fieldError, type FieldIssue } from '../../catalog/errors.js'
import type { Producer } from '../../catalog/producer.js'
import type { Product } from '../../catalog/product.js'
import type { Catalog } from '../../site/catalog.js'
import { attemptAll, refuseRow, rowIssue } from '../import/fault.js'
import type { Applied, ImportKind, ImportTarget, Plan, PlannedRow } from '../import/import-kind.js'
import { RecordFinder } from '../import/record-finder.js'
import { saleColumns, type SaleRow } from './sale-columns.js'

type Sale = Parameters<Catalog['recordPlatformSales']>[0][number]

/** A sale as read so far, with the rows that speak of it. */
interface Gathered {
  readonly sale: Sale
  readonly rows: readonly number[]
}

const required = (field: string): FieldIssue => ({ path: field, code: 'required', params: {} })

function spanOf(row: Partial<SaleRow>, today: string): { from: string; until: string } {
  const from = row.day ?? row.from
  const until = row.day ?? row.until ?? row.from
  if (from === undefined || until === undefined) throw refuseRow(required('day'))
  if (row.day !== undefined && (row.from !== undefined || row.until !== undefined))
    throw refuseRow(
      rowIssue('day', 'Chỉ ghi một ngày, hoặc từ ngày – đến ngày.', 'State either one day, or a first and a last day.'),
    )
  if (until < from)
    throw refuseRow(
      rowIssue('until', 'Ngày cuối phải không trước ngày đầu.', 'The last day must not lie before the first.'),
    )
  if (until > today)
    throw refuseRow(
      rowIssue(row.day === undefined ? 'until' : 'day', 'Ngày này chưa đến.', 'That day has not come yet.'),
    )
  return { from, until }
}

/** What was sold, where the platform says it; a product without quantity and amount would not add up. */
function linesOf(row: SaleRow, product: Product | null): Sale['lines'] {
  if (!product) return undefined
  const missing = [row.quantity === undefined ? 'quantity' : '', row.amount === undefined ? 'amount' : ''].filter(
    Boolean,
  )
  if (row.quantity === undefined || row.amount === undefined) throw refuseRow(...missing.map(required))
  return [{ productId: product.id, quantity: row.quantity, amount: row.amount }]
}

const headOf = ({ from, until, producerId, province, count }: Sale): string =>
  JSON.stringify([from, until, producerId, province, count])

class SalePlan implements Plan<SaleRow> {
  readonly changes = {}
  readonly #sales = new Map<string, Gathered>()

  constructor(
    private readonly catalog: Catalog,
    private readonly finder: RecordFinder,
  ) {}

  add(row: SaleRow, number: number): PlannedRow {
    const { finder } = this
    const { platform, producer, span } = attemptAll({
      platform: () => finder.platform(row.platform),
      producer: () => (row.producer === undefined ? null : finder.producer(row.producer)),
      span: () => spanOf(row, this.catalog.today()),
    })
    const { product, province } = attemptAll({
      product: () => (row.product === undefined ? null : finder.product(row.product, producer)),
      province: () => this.#province(row, span.until),
    })
    const owner = producer ?? this.#producerOf(product)
    if (province === undefined && !owner?.place && !product) throw refuseRow(required('province'))
    const lines = linesOf(row, product)
    const sale: Sale = {
      platformId: platform.id,
      externalNumber: row.external_number,
      ...span,
      ...(row.count === undefined ? {} : { count: row.count }),
      ...(owner ? { producerId: owner.id } : {}),
      ...(province === undefined ? {} : { province }),
      ...(lines ? { lines } : {}),
      ...(row.amount === undefined || lines ? {} : { amount: row.amount }),
      ...(row.source === undefined ? {} : { source: row.source }),
    }
    const isRepeated = this.#gather(`${platform.id} ${row.external_number}`, sale, number)
    return {
      outcome: isRepeated ? 'repeated' : 'new',
      label: `${platform.name.vi} – ${row.external_number}`,
      differences: [],
      facts: () => this.#facts(row, sale, owner, product),
    }
  }

  #facts(row: SaleRow, { platformId, from, until, count }: Sale, producer: Producer | null, product: Product | null) {
    const span = from === until ? { day: from } : { from, until: until ?? '' }
    return {
      platform: this.catalog.state.find('platforms', platformId)?.name.vi ?? '',
      external_number: row.external_number,
      ...span,
      count: String(count ?? 1),
      province: row.province ?? '',
      producer: producer?.name ?? '',
      product: product?.name.vi ?? '',
      quantity: String(row.quantity ?? ''),
      amount: String(row.amount ?? ''),
    }
  }

  look(row: Partial<SaleRow>): void {
    const today = this.catalog.today()
    attemptAll({
      named: () => this.finder.look(row),
      province: () => this.#province(row, today),
      span: () => (row.day ?? row.from) === undefined || spanOf(row, today),
    })
  }

  async known(): Promise<ReadonlySet<number>> {
    const gathered = [...this.#sales.values()]
    const known = new Set<number>()
    for (const platformId of new Set(gathered.map(({ sale }) => sale.platformId))) {
      const own = gathered.filter(({ sale }) => sale.platformId === platformId)
      const recorded = await this.catalog.findRecordedNumbers(
        platformId,
        own.map(({ sale }) => sale.externalNumber),
      )
      for (const { sale, rows } of own) if (recorded.has(sale.externalNumber)) for (const row of rows) known.add(row)
    }
    return known
  }

  close(): void {
    this.finder.clear()
  }

  async apply(target: ImportTarget = this.catalog): Promise<Applied> {
    const { recorded, known } = await target.recordPlatformSales([...this.#sales.values()].map(({ sale }) => sale))
    return { done: recorded, known }
  }

  /** Adds a row to the sale that its number names: the next product of the same sale, or the same thing again. */
  #gather(key: string, sale: Sale, row: number): boolean {
    const earlier = this.#sales.get(key)
    if (!earlier) {
      this.#sales.set(key, { sale, rows: [row] })
      return false
    }
    const lines = earlier.sale.lines ?? []
    const added = sale.lines?.[0]
    const isSame = added
      ? lines.some((line) => JSON.stringify(line) === JSON.stringify(added))
      : lines.length === 0 && sale.amount === earlier.sale.amount
    if (headOf(sale) !== headOf(earlier.sale) || (!isSame && (!added || lines.length === 0)))
      throw refuseRow(
        rowIssue(
          'external_number',
          `Dòng ${earlier.rows[0]} đã ghi số này với ngày, tỉnh, chủ thể hoặc số tiền khác.`,
          `Row ${earlier.rows[0]} has this number with another day, province, producer or amount.`,
        ),
      )
    if (!isSame && added)
      this.#sales.set(key, { sale: { ...earlier.sale, lines: [...lines, added] }, rows: [...earlier.rows, row] })
    return isSame
  }

  #province(row: Partial<SaleRow>, until: string): string | undefined {
    if (row.province === undefined) return undefined
    const { places } = this.catalog.reference
    const list = until < '2025-07-01' ? 'pre-2025-07' : '2025-07'
    const found = places.findProvinceByName(row.province, list) ?? places.findProvinceByName(row.province)
    if (!found) throw fieldError('province', 'notFound', { value: row.province })
    return found.key
  }

  #producerOf(product: Product | null): Producer | null {
    return product?.producerId ? this.catalog.state.find('producers', product.producerId) : null
  }
}

/** Sales and statements of other platforms; each external number is recorded once, whatever file it comes in. */
export const saleImport = {
  name: 'sales',
  columns: saleColumns,
  openPlan: async (catalog) => new SalePlan(catalog, await RecordFinder.open(catalog)),
} as const satisfies ImportKind<typeof saleColumns>
