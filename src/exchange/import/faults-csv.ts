import { issueText } from '../../catalog/errors.js'
import type { Language } from '../../catalog/text.js'
import { toCsv } from '../csv/to-csv.js'
import type { Fault } from './fault.js'

const HEADINGS = {
  vi: ['Dòng', 'Cột', 'Giá trị', 'Cần sửa'],
  en: ['Row', 'Column', 'Value', 'What to correct'],
} as const

/** The faults of an import as a CSV file, one line each, to mend them by. */
export const faultsCsv = (faults: readonly Fault[], language: Language): string =>
  toCsv(
    HEADINGS[language],
    faults.map(({ row, column, value, issue }) => [row, column, value, issueText(issue, language)]),
  )
