import type { CatalogChanges, DraftCollection } from '../../catalog/changes.js'
import type { CatalogState } from '../../catalog/state.js'

export type DraftOf<C extends DraftCollection> = NonNullable<CatalogChanges[C]>[number]

/** A copy that lacks some fields, and those that are undefined. */
export const without = (record: object, ...fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([field, value]) => value !== undefined && !fields.includes(field)))

const contentOf = (draft: object): string => JSON.stringify(Object.entries(without(draft)).toSorted())

/** The records of one collection as a plan would leave them, before anything is saved. */
export class Staging<C extends DraftCollection> {
  readonly #drafts = new Map<string, DraftOf<C>>()

  constructor(
    private readonly state: CatalogState,
    private readonly collection: C,
  ) {}

  /** The record as the plan has it by now; null when neither plan nor catalog has it. */
  find(id: string): DraftOf<C> | null {
    const staged = this.#drafts.get(id)
    if (staged) return staged
    const record = this.state.find(this.collection, id)
    if (!record) return null
    return { ...without(record, 'version', 'changedAt'), baseVersion: record.version } as unknown as DraftOf<C>
  }

  has(id: string): boolean {
    return this.#drafts.has(id) || this.state.find(this.collection, id) !== null
  }

  /** Keeps the draft when it differs from what is there. A save refuses it when someone else changes the record meanwhile. */
  put(draft: DraftOf<C>): void {
    const known = this.find(draft.id)
    const based = without({ ...draft, baseVersion: known?.baseVersion ?? 0 }) as unknown as DraftOf<C>
    if (!known || contentOf(known) !== contentOf(based)) this.#drafts.set(draft.id, based)
  }

  get drafts(): readonly DraftOf<C>[] {
    return [...this.#drafts.values()]
  }
}
