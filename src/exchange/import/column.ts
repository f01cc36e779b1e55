import type * as z from 'zod'

/** One column that an import understands. */
export interface Column {
  /** Its heading in our templates and messages. */
  readonly vi: string
  readonly en: string
  /** Other headings that mean the same; marks, case and punctuation do not matter. */
  readonly synonyms: readonly string[]
  /** When true, the file must have the column and no row may leave it blank. */
  readonly required: boolean
  /** True for what a person may state for all rows of a file, where no column gives it: a list of one province. */
  readonly forAllRows?: true
  /** Turns the text of a cell that is not blank into its value. */
  readonly read: z.ZodType<unknown, string>
}

/** The columns of one kind of file, by field name. */
export type Columns = Readonly<Record<string, Column>>

/** A row as read: the value of each column, undefined where an optional one is blank or missing. */
export type RowOf<C extends Columns> = {
  readonly [F in keyof C]: C[F]['required'] extends true ? z.output<C[F]['read']> : z.output<C[F]['read']> | undefined
}
