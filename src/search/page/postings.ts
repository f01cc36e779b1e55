import type { haveCommon as haveCommonEntries, Postings as PostingColumn } from '../index/postings.js'

/** The records that hold one word, each with the fields that hold it as bits. */
export class Postings implements Pick<PostingColumn, 'length' | 'put' | 'has' | 'fieldsAt'> {
  readonly fields = new Map<number, number>()

  get length(): number {
    return this.fields.size
  }

  put(slot: number, fields: number): void {
    if (fields > 0) this.fields.set(slot, fields)
    else this.fields.delete(slot)
  }

  has(slot: number): boolean {
    return this.fields.has(slot)
  }

  fieldsAt(slot: number): number {
    return this.fields.get(slot) ?? 0
  }
}

/** True when some record is in all of them. */
export const haveCommon = ([first, ...others]: readonly [Postings, ...Postings[]]): ReturnType<
  typeof haveCommonEntries
> => [...first.fields.keys()].some((slot) => others.every((other) => other.has(slot)))
