import type { Actor } from '../access/actor.js'
import { toAuditEntry, type Deed } from '../access/audit.js'
import { may, requireRight, type Subject } from '../access/rights.js'
import type { CatalogChanges } from '../catalog/changes.js'
import { toInstant } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { ImportRecord } from '../catalog/office/import-record.js'
import type { TransactionId } from '../catalog/ids.js'
import { planChanges } from '../catalog/plan-changes.js'
import type { Commit } from '../catalog/store.js'
import type { Transaction } from '../catalog/transaction.js'
import { undoChanges } from '../desk/undo-import.js'
import type { PlatformSaleInput } from '../trade/platform-sales.js'
import { voidOf } from '../trade/undone-sales.js'
import type { Planned, SiteContext } from './context.js'
import { planSales } from './selling/plan-sales.js'
import { PutSubjects } from './put-subjects.js'
import { takeTurns } from './requests/give-way.js'

/** What a file was, as the record of its import keeps it. A file with an id is imported once, whoever asks for it again. */
export type ImportFacts = Pick<ImportRecord, 'kind' | 'fileName' | 'rows'> & { readonly id?: string }

/** What a file says is not planned anew on what others have changed meanwhile: its preview would not hold. */
const ONCE = 1

/** Files that offices import, each in one commit with its record and the line in the audit trail. */
export class Imports {
  readonly #subjects: PutSubjects

  constructor(
    private readonly site: SiteContext,
    private readonly settled: () => Promise<void>,
  ) {
    this.#subjects = new PutSubjects(site)
  }

  /** The newest first; all for who may import anywhere. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly ImportRecord[] {
    return [...this.site.state.all('imports')]
      .filter(({ by }) => may(actor, 'import.undo', { kind: 'country' }) || by.id === idOf(actor))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
  }

  /**
   * Saves what a file says, all or nothing.
   *
   * @throws {CatalogError} `FORBIDDEN`; `INVALID_INPUT` for what lies outside the reach of the actor, and as `save`; `CONFLICT`.
   */
  async save(actor: Actor, facts: ImportFacts, changes: CatalogChanges): Promise<ImportRecord | null> {
    const saved = await this.site.change<ImportRecord | null>(async () => {
      const imported = this.#find(facts)
      if (imported) return { commit: {}, result: imported }
      const planned = await this.#plan(changes)
      const puts = planned.puts ?? []
      if (puts.length === 0) return { commit: {}, result: null }
      this.#requireReach(
        actor,
        puts.map((put) => this.#subjects.of(put, puts)),
      )
      const records = puts.map(({ collection, record }) => ({
        collection,
        id: record.id,
        version: record.version,
        before: this.site.state.find(collection as 'products', record.id) ?? null,
      }))
      return this.#keep(actor, planned, { ...facts, records: records as never, transactions: [] })
    }, ONCE)
    await this.settled()
    return saved
  }

  /** Records what platforms report, each number once. @throws {CatalogError} as {@link save} */
  async record(
    actor: Actor,
    facts: ImportFacts,
    input: readonly PlatformSaleInput[],
  ): Promise<{ recorded: number; known: number }> {
    const outcome = await this.site.change(async () => {
      const imported = this.#find(facts)?.transactions.length
      if (imported !== undefined) return { commit: {}, result: { recorded: imported, known: input.length - imported } }
      const { sales, transactions } = await planSales(input, this.site)
      const result = { recorded: transactions.length, known: sales.length - transactions.length }
      if (transactions.length === 0) return { commit: {}, result }
      this.#requireReach(
        actor,
        transactions.map(({ province }) => this.#subjects.ofProvince(province)),
      )
      const ids = transactions.map(({ id }) => id)
      const { commit } = this.#keep(actor, { transactions }, { ...facts, records: [], transactions: ids })
      return { commit, result }
    })
    await this.settled()
    return outcome
  }

  /**
   * Takes an import back: records as they were before, new ones retired, sales voided. Their numbers are free again,
   * so that the file can be imported once more.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`, `DUPLICATE` when it was undone already; `INVALID_INPUT` naming each
   * record that was changed since.
   */
  async undo(actor: Actor, id: string): Promise<ImportRecord> {
    const undone = await this.site.change(() => this.#planUndo(actor, id), ONCE)
    await this.settled()
    return undone
  }

  async #planUndo(actor: Actor, id: string): Promise<Planned<ImportRecord>> {
    const record = this.site.state.get('imports', id)
    if (record.by.id === undefined || record.by.id !== idOf(actor))
      requireRight(actor, 'import.undo', { kind: 'country' }, { what: 'import', id })
    if (record.undone) throw new CatalogError('DUPLICATE', { details: { what: 'undo', id } })
    const planned = await this.#plan(undoChanges(record, this.site.state, this.site.today()))
    const voids = await this.#voidsOf(new Set(record.transactions))
    const undone = { by: doerOf(actor), at: toInstant(this.site.now()) }
    return this.#written(
      actor,
      { ...planned, transactions: voids },
      { ...record, undone },
      { action: 'imports.undo', after: { records: record.records.length, transactions: voids.length } },
    )
  }

  #find({ id }: ImportFacts): ImportRecord | null {
    return id === undefined ? null : this.site.state.find('imports', id)
  }

  #plan(changes: CatalogChanges): Promise<Commit> {
    const { state, reference, now } = this.site
    return takeTurns(planChanges(changes, state, reference.places, toInstant(now())))
  }

  #keep(actor: Actor, commit: Commit, facts: ImportFacts & Pick<ImportRecord, 'records' | 'transactions'>) {
    const stamp = { id: facts.id ?? this.site.newId(), by: doerOf(actor), at: toInstant(this.site.now()) }
    const after = { kind: facts.kind, fileName: facts.fileName, rows: facts.rows }
    return this.#written(actor, commit, { ...facts, ...stamp }, { action: 'imports.run', after })
  }

  #written(actor: Actor, commit: Commit, draft: object, deed: Omit<Deed, 'subject'>): Planned<ImportRecord> {
    const record = this.site.draft('imports', draft as never)
    const stamp = { id: this.site.newId(), at: toInstant(this.site.now()) }
    const audit = [toAuditEntry(actor, { ...deed, subject: { collection: 'imports', id: record.id } }, stamp)]
    const puts = [...(commit.puts ?? []), this.site.put('imports', record)]
    return { commit: { ...commit, puts, audit }, result: record }
  }

  async #voidsOf(ids: ReadonlySet<TransactionId>): Promise<Transaction[]> {
    const voids: Transaction[] = []
    if (ids.size === 0) return voids
    for await (const entry of this.site.store.readTransactions()) {
      if (entry.kind === 'sale' && ids.has(entry.id))
        voids.push(voidOf(entry, { now: this.site.now(), newId: this.site.newId }))
      if (entry.voids !== undefined && ids.has(entry.voids))
        throw fieldError('transactions', 'inconsistent', {
          why: 'Có giao dịch trong tệp đã bị hủy sau khi nhập.',
          whyEn: 'A transaction of the file was cancelled after the import.',
        })
    }
    return voids
  }

  #requireReach(actor: Actor, subjects: readonly Subject[]): void {
    const outside = subjects.filter((subject) => !may(actor, 'import.run', subject)).length
    if (outside === subjects.length) throw new CatalogError('FORBIDDEN', { details: { action: 'import.run' } })
    if (outside > 0)
      throw fieldError('file', 'inconsistent', {
        why: `${outside} mục trong tệp nằm ngoài địa bàn được giao cho bạn.`,
        whyEn: `${outside} entries of the file lie outside the provinces that you are responsible for.`,
      })
  }
}

const idOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.accountId : undefined)

const doerOf = (actor: Actor): ImportRecord['by'] => {
  const id = idOf(actor)
  return { ...(id === undefined ? {} : { id }), name: actor.name }
}
