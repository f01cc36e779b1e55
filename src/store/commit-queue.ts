import { setImmediate } from 'node:timers/promises'
import { CatalogError } from '../catalog/errors.js'
import type { Commit, Committed } from '../catalog/store.js'
import type { CommittedState } from './state/committed-state.js'
import { reasonOf, unavailable } from './failures.js'
import { Overlay } from './state/facts.js'
import { JournalStopped, type Journal, type KeptCommit, type Staged } from './journal/journal.js'
import type { TradeIndex } from './trade-index/trade-index.js'
import { applyRules } from './state/rules.js'

interface Waiting {
  readonly staged: Staged
  readonly resolve: (committed: Committed) => void
  readonly reject: (error: unknown) => void
}

/**
 * The way of a commit: the rules against what is durable and what is under way, then the journal together with all
 * that waits (group commit: one sync for many), then memory, the watchers, and the caller.
 *
 * What is under way lies in overlays: what is being written over what is durable, what waits over both. When a write fails,
 * everything under way is refused, for it was checked on top of what failed, and dropping the overlays takes it all back.
 */
export class CommitQueue {
  readonly #beingWritten: Overlay
  readonly #notYetWritten: Overlay
  #revision: number
  #waiting: Waiting[] = []
  #isRunning = false
  /** Of the commit that was accepted last. */
  #outcome: Promise<unknown> = Promise.resolve()
  #stopped: JournalStopped | null = null

  constructor(
    private readonly state: CommittedState,
    private readonly journal: Journal,
    private readonly index: TradeIndex | null,
    /** Called for each commit after memory has followed it; must not throw. */
    private readonly announce: (committed: Committed) => void,
  ) {
    this.#beingWritten = new Overlay(state)
    this.#notYetWritten = new Overlay(this.#beingWritten)
    this.#revision = state.tables.revision
  }

  async commit(commit: Commit): Promise<Committed> {
    for (let hasWaited = false; ; hasWaited = true) {
      if (this.#stopped) throw stoppedBefore(this.#stopped)
      const draft = this.#check(commit, hasWaited)
      if (draft) return this.#enqueue(commit, draft)
      await this.#outcome.catch(() => undefined)
    }
  }

  /**
   * Null when something under way may speak against the commit: it may yet fail, so its outcome is waited for. A refusal
   * thus always rests on what is durable, and on all of it that was under way when the commit came.
   */
  #check(commit: Commit, hasWaited: boolean): Overlay | null {
    const draft = new Overlay(this.#notYetWritten)
    try {
      applyRules(commit, draft)
      return draft
    } catch (error) {
      if (!this.#isRunning) throw error
      if (hasWaited) applyRules(commit, new Overlay(this.state))
      return null
    }
  }

  #enqueue({ puts = [], transactions = [], stock = [], audit = [] }: Commit, draft: Overlay): Promise<Committed> {
    const staged = this.journal.stage({ revision: this.#revision + 1, puts, transactions, stock, audit })
    this.#revision += 1
    this.#notYetWritten.adopt(draft)
    const outcome = new Promise<Committed>((resolve, reject) => {
      this.#waiting.push({ staged, resolve, reject })
    })
    this.#outcome = outcome
    if (!this.#isRunning) void this.#run()
    return outcome
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      // Whoever was just answered, or comes in the same moment, shares the next write.
      await setImmediate()
      const batch = this.#waiting
      this.#waiting = []
      this.#beingWritten.takeOver(this.#notYetWritten)
      const kept = await this.journal
        .append(batch.map(({ staged }) => staged))
        .catch((error: unknown) => this.#refuse(batch, error))
      if (kept) this.#follow(batch, kept)
    }
    this.#isRunning = false
  }

  #follow(batch: readonly Waiting[], kept: readonly KeptCommit[]): void {
    batch.forEach(({ staged, resolve }, index) => {
      const commit = kept[index]
      if (commit) this.#remember(commit)
      this.announce(staged.commit)
      resolve(staged.commit)
    })
    this.#beingWritten.clear()
    const { tail } = this.journal
    if (tail) this.index?.mark(tail)
  }

  #remember(commit: KeptCommit): void {
    const digests = this.state.apply(commit)
    this.index?.note(commit, digests)
  }

  #refuse(batch: readonly Waiting[], error: unknown): null {
    const behind = this.#waiting
    this.#waiting = []
    this.#beingWritten.clear()
    this.#notYetWritten.clear()
    this.#revision = this.state.tables.revision
    if (error instanceof JournalStopped) this.#stopped = error
    const refusal = this.#stopped ? stoppedBefore(this.#stopped) : unavailable(reasonOf(error), error)
    for (const { reject } of batch) reject(this.#stopped ? uncertain(this.#stopped) : refusal)
    for (const { reject } of behind) reject(refusal)
    return null
  }
}

/** What a write left behind could be neither confirmed nor cut off. */
function uncertain(stopped: JournalStopped): CatalogError {
  const { vi, en } = reasonOf(stopped.cause)
  return new CatalogError('STORE_STOPPED', { details: { why: vi, whyEn: en }, cause: stopped })
}

const stoppedBefore = (stopped: JournalStopped): CatalogError => {
  const { vi, en } = reasonOf(stopped.cause)
  return unavailable(
    {
      vi: `kho đã dừng ghi vì một lần ghi hỏng không cắt bỏ được, cần khởi động lại: ${vi}`,
      en: `writing has stopped because a failed write could not be cut off, restart to go on: ${en}`,
    },
    stopped,
  )
}
