import type { Language } from '../../catalog/text.js'
import { toCsv } from '../csv/to-csv.js'
import type { Columns } from './column.js'

/** An empty file to fill in: the headings that an import of this kind understands. */
export const templateCsv = (columns: Columns, language: Language): string =>
  toCsv(
    Object.values(columns).map((column) => column[language]),
    [],
  )
