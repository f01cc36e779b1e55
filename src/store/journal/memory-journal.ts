import { Low, Memory } from 'lowdb'
import type { Committed } from '../../catalog/store.js'
import type { Journal, KeptCommit, Staged } from './journal.js'
import type { Part } from './journal-lines.js'

const kept = (commit: Committed, address: number): KeptCommit => ({
  revision: commit.revision,
  placed: [{ address, part: commit }],
  end: null,
})

/** Keeps the commits as they are, in memory; an address is the number of a commit, from 0. */
export class MemoryJournal implements Journal {
  readonly tail = null
  readonly #kept: Low<Committed[]>

  constructor(commits: readonly Committed[]) {
    this.#kept = new Low(new Memory(), [...commits])
  }

  /** All that is kept so far. */
  replay(): KeptCommit[] {
    return this.#kept.data.map(kept)
  }

  stage(commit: Committed): Staged {
    return { commit, lines: [] }
  }

  async append(batch: readonly Staged[]): Promise<readonly KeptCommit[]> {
    const first = this.#kept.data.length
    this.#kept.data.push(...batch.map(({ commit }) => commit))
    await this.#kept.write()
    return batch.map(({ commit }, index) => kept(commit, first + index))
  }

  read(address: number): Promise<Part> {
    const commit = this.#kept.data[address]
    return commit ? Promise.resolve(commit) : Promise.reject(new RangeError(`There is no commit ${address}.`))
  }

  async *parts(): AsyncGenerator<readonly Part[]> {
    yield await Promise.resolve(this.#kept.data.slice())
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
