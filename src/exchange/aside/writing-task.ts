import type { Cell } from '../csv/to-csv.js'
import type { ReportDocument } from '../report/report-document.js'

/** A file that a process of its own writes. The rows of a table follow it, some at a time, then null. */
export type WritingTask =
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly sheet: string }
  | { readonly kind: 'reportWorkbook'; readonly document: ReportDocument }
  | { readonly kind: 'reportPdf'; readonly document: ReportDocument; readonly written: WrittenTables }

export type Rows = readonly (readonly Cell[])[]

/** By table, row and column: cells as people read them in the report's language. */
export type WrittenTables = readonly (readonly (readonly string[])[])[]
