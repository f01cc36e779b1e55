/** One way to fail: the HTTP status that fits it, and a sentence for people in both languages. */
export interface ErrorEntry {
  readonly status: number
  readonly vi: string
  readonly en: string
}

/** A table of errors; its type is made of the codes alone, not of the sentences. */
export const errorTable = <C extends string>(table: Readonly<Record<C, ErrorEntry>>): Readonly<Record<C, ErrorEntry>> =>
  table
