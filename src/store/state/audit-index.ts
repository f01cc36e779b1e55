import { NumberList } from './number-list.js'

/** Where an entry of the audit trail stands in the journal: its line, and its place among that line's entries. */
export interface AuditPlace {
  readonly address: number
  readonly index: number
}

/** Where each entry of the audit trail stands, in the order in which they came: 0, 1, 2 … */
export class AuditIndex {
  readonly #addresses = new NumberList()
  readonly #indexes = new NumberList()

  get size(): number {
    return this.#addresses.length
  }

  record(address: number, entries: number): void {
    for (let index = 0; index < entries; index += 1) {
      this.#addresses.push(address)
      this.#indexes.push(index)
    }
  }

  placeOf(ordinal: number): AuditPlace | undefined {
    const [address, index] = [this.#addresses.at(ordinal), this.#indexes.at(ordinal)]
    return address === undefined || index === undefined ? undefined : { address, index }
  }
}
