import type { CatalogChanges } from '../../catalog/changes.js'
import type { Catalog } from '../../site/catalog.js'
import type { Columns, RowOf } from './column.js'

/** What a row would do: add a record, change one, nothing, or say again what an earlier row of the file said. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'repeated'

/** What a record says, by the column that states it and as a list would write it; empty where it says nothing. */
export type Facts = Readonly<Record<string, string>>

/** One fact that an import would change, in words for people. */
export interface Difference {
  readonly field: string
  readonly before: string
  readonly after: string
}

/** What one row would do. */
export interface PlannedRow {
  readonly outcome: Outcome
  /** Names the row for people: the product, or the sale's number. */
  readonly label: string
  readonly differences: readonly Difference[]
  /** What the catalog will hold of it, place and names as they were understood; a field that says nothing is empty. */
  readonly facts: () => Facts
  /** An existing name that differs from the row's in its marks alone: perhaps the same thing, misspelt. */
  readonly looksLike?: string | undefined
}

/** Gathers what the rows of one file come to, and does it in one step. */
export interface Plan<R> {
  /**
   * Takes the next row, `number` as a spreadsheet counts it.
   * @throws {CatalogError} `INVALID_INPUT` with every fault of the row, paths being field names.
   */
  add(row: R, number: number): PlannedRow
  /**
   * Looks up what the readable cells of a faulty row name, so that all its faults are told at once. Plans nothing.
   * @throws {CatalogError} `INVALID_INPUT` with what is not known, paths being field names.
   */
  look(row: Partial<R>): void
  /** The records that it would save; empty for sales, which go to the ledger. */
  readonly changes: CatalogChanges
  /** Asked once all rows are in: those that the catalog knows already, where `add` could not tell. */
  known?(): Promise<ReadonlySet<number>>
  /** Called once all rows are in: lets go of what only finding needs, for a plan may wait a day for a person's word. */
  close(): void
  /** Puts the whole plan into the catalog, all or nothing; or into something that keeps more of it. */
  apply(target?: ImportTarget): Promise<Applied>
}

/** Where a plan goes: the catalog itself, or a command that keeps a record of the import as well. */
export type ImportTarget = Pick<Catalog, 'save' | 'recordPlatformSales'>

/** What an import did. */
export interface Applied {
  /** Rows that added or changed something. */
  readonly done: number
  /** Rows that the catalog turned out to know already. */
  readonly known: number
}

export interface PlanOptions {
  /**
   * Which list of units a province name means when it is in both and neither a date nor a district in the row tells:
   * true for the list before July 2025. Default: false.
   */
  readonly placesBefore2025?: boolean
}

/** A kind of file that can be imported: a table of columns, and what its rows mean. */
export interface ImportKind<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
  /** Starts a plan for one file, on what the catalog holds now. */
  openPlan(catalog: Catalog, options: PlanOptions): Promise<Plan<RowOf<C>>>
}
