import type { Language } from '../../catalog/text.js'

/** What a column holds: it decides how a figure is written on paper, and that it stays a number in a spreadsheet. */
export type ColumnKind = 'text' | 'count' | 'vnd' | 'share'

export interface ReportColumn {
  readonly label: string
  readonly kind: ColumnKind
}

export interface ReportRow {
  /** By column; null where nobody states the figure, which is not the same as none. */
  readonly cells: readonly (string | number | null)[]
  /** Length of its bar, of 1. */
  readonly bar?: number
  /** True for the province that the report is about. */
  readonly isAsked?: boolean
}

/** A cell that states no figure, in words: there is nothing to compare with, or nobody stated it. */
export const unstated = (kind: ColumnKind, notStated: string): string => (kind === 'share' ? '–' : notStated)

/** One table of a report, with what its figures count. */
export interface ReportTable {
  readonly id: string
  readonly title: string
  /** The day on which it was counted, or the days that it covers. */
  readonly time: string
  readonly definition: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly ReportRow[]
}

/** Somebody who signs: in which office, and how. */
interface Signer {
  readonly title: string
  readonly how: string
}

/** A report ready to be written in one language, as a page, on paper or in a spreadsheet: the same figures in each. */
export interface ReportDocument {
  readonly language: Language
  readonly site: string
  /** Who hands it in: whoever answers for the site; null where nobody has stated it. */
  readonly issuer: string | null
  readonly title: string
  /** What it was asked for, as pairs of words: period, province, units, filters, when it was made, sources. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  /** The few figures that people quote. */
  readonly highlights: readonly { readonly value: string; readonly label: string; readonly remark: string | null }[]
  /** The same few as numbers, for files whose figures are calculated with. */
  readonly summary: ReportTable
  readonly tables: readonly ReportTable[]
  /** Headings of the columns that tell, row by row, where a figure is from. */
  readonly words: {
    readonly notStated: string
    readonly definitions: string
    readonly facts: string
    /** Above the title on paper, in the form of Decree 30/2020/NĐ-CP, with dots for what nobody has stated. */
    readonly official: {
      readonly superior: string
      readonly unit: string
      readonly number: string
      readonly nation: string
      readonly motto: string
      readonly place: string
      readonly kind: string
      readonly about: string
    }
    /** Under the last table on paper: who made it, who heads the office, and who receives it. */
    readonly signing: {
      readonly maker: Signer
      readonly head: Signer
      readonly name: string
      readonly recipients: string
      readonly lines: readonly string[]
    }
    readonly headings: readonly [
      table: string,
      item: string,
      figure: string,
      value: string,
      time: string,
      definition: string,
    ]
  }
}
