import { earliest, type Day } from '../../catalog/day.js'
import type { FieldIssue } from '../../catalog/errors.js'
import type { Places } from '../../catalog/places/places.js'
import { parseProductCode } from '../../catalog/packs/product-code.js'
import type { Reference } from '../../catalog/reference.js'
import { refuseRow, rowIssue } from '../import/fault.js'
import type { PlanOptions } from '../import/import-kind.js'
import { categoriesNear, findCategory, type Category } from './find-category.js'
import { placeOfRow, type RowPlace } from './place-of-row.js'
import type { ProductRow } from './product-columns.js'
import { dateOf } from './recognition.js'

/** What the row's words mean in the programme's and the administration's lists. */
export interface Meaning extends RowPlace {
  readonly category: Category | null
}

const toCome = rowIssue(
  'decision_date',
  'Ngày quyết định còn ở phía trước; hãy xem lại năm.',
  'The day of the decision is still to come; look at the year again.',
)

const notFound = (path: string, value: string): FieldIssue => ({ path, code: 'notFound', params: { value } })

/** Province and commune of an official product code are codes of Decision 19/2025/QĐ-TTg. */
function isCodeOfPlace(code: string, places: Places): boolean {
  const parts = parseProductCode(code)
  return parts !== null && places.findCommune('2025-07', parts.commune)?.provinceCode === parts.province
}

/** Looks rows' words up; the same words in many rows are looked up once. */
export class RowInterpreter {
  readonly #categories = new Map<string, Category | null>()
  readonly #places = new Map<string, RowPlace | null>()

  constructor(
    private readonly reference: Reference,
    private readonly options: PlanOptions,
    private readonly today: Day,
  ) {}

  /**
   * @throws {CatalogError} `INVALID_INPUT` for a province, category or product code that does not exist, paths being
   * field names.
   */
  interpret(row: ProductRow): Meaning {
    this.look(row)
    const found = this.#place(row)
    if (!found) throw refuseRow(notFound('province', row.province))
    return { ...found, category: row.category === undefined ? null : this.#category(row.category) }
  }

  /** The same for the cells that are there. */
  look(row: Partial<ProductRow>): void {
    const { province, category, product_code: code, decision_date: decided } = row
    const issues: FieldIssue[] = []
    if (province !== undefined && !this.#place({ ...row, province })) issues.push(notFound('province', province))
    if (category !== undefined && !this.#category(category)) issues.push(this.#noCategory(category))
    if (code !== undefined && !isCodeOfPlace(code, this.reference.places)) issues.push(notFound('product_code', code))
    if (decided !== undefined && earliest(decided) > this.today) issues.push(toCome)
    if (issues.length > 0) throw refuseRow(...issues)
  }

  #category(text: string): Category | null {
    return lookUp(this.#categories, text, () => findCategory(text, this.reference.groups))
  }

  #noCategory(text: string): FieldIssue {
    const near = categoriesNear(text, this.reference.groups)
    return rowIssue(
      'category',
      `Chương trình OCOP không có nhóm hay bộ “${text}”; hãy chọn: ${near.vi}.`,
      `The OCOP programme has no group or set “${text}”; choose from: ${near.en}.`,
    )
  }

  #place(row: Partial<ProductRow> & Pick<ProductRow, 'province'>): RowPlace | null {
    const date = dateOf(row)
    const { province, district_or_commune: words } = row
    const fallback = this.options.placesBefore2025 ? 'pre-2025-07' : '2025-07'
    return lookUp(this.#places, [province, words, date].join('\n'), () =>
      placeOfRow({ province, words, date }, fallback, this.reference.places),
    )
  }
}

function lookUp<T>(known: Map<string, T>, key: string, find: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : find()
  known.set(key, value)
  return value
}
