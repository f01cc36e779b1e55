import type { haveCommon as haveCommonEntries, Postings as PostingColumn } from '../index/postings.js'

/** The records that hold one word, each with the fields that hold it as bits. */
export class Postings
  extends Map<number, number>
  implements Pick<PostingColumn, 'length' | 'put' | 'has' | 'fieldsAt'>
{
  get length(): number {
    return this.size
  }

  put(slot: number, fields: number): void {
    if (fields > 0) this.set(slot, fields)
    else this.delete(slot)
  }

  fieldsAt(slot: number): number {
    return this.get(slot) ?? 0
  }
}

/** True when some record is in all of them. */
export const haveCommon = ([first, ...others]: readonly [Postings, ...Postings[]]): ReturnType<
  typeof haveCommonEntries
> => [...first.keys()].some((slot) => others.every((other) => other.has(slot)))
