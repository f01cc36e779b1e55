import { issueText } from '../../catalog/errors.js'
import type { Fault } from '../../exchange/import/fault.js'
import type { Difference, Outcome } from '../../exchange/import/import-kind.js'
import type { ImportPreview } from '../../exchange/import/preview-import.js'
import { formatNumber } from '../format.js'
import { IMPORT_KINDS, type ImportName } from './import-kinds.js'
import { importWords } from './import-words.js'
import { tableLines } from '../table.js'
import type { Terminal } from '../terminal.js'

/** So many entries of a list are shown on a screen; `--errors` writes all faults. */
const SHOWN = 50

const ORDER: readonly (Outcome | 'faulty')[] = ['new', 'changed', 'unchanged', 'repeated', 'faulty']

function printList(title: string, lines: readonly string[], terminal: Terminal): void {
  const { language } = terminal
  if (lines.length === 0) return
  terminal.print('')
  terminal.print(title)
  for (const line of lines.slice(0, SHOWN)) terminal.print(`  ${line}`)
  if (lines.length > SHOWN)
    terminal.print(`  ${importWords[language].more(formatNumber(lines.length - SHOWN, language))}`)
}

/** Says what an import would do: how many rows of each outcome, what would change, what to look at, what to correct. */
export function printPreview(preview: ImportPreview, name: ImportName, terminal: Terminal): void {
  const { language } = terminal
  const text = importWords[language]
  const headings = new Map(
    Object.entries(IMPORT_KINDS[name].columns).map(([field, column]) => [field, column[language]]),
  )

  const change = ({ field, before, after }: Difference): string =>
    `${headings.get(field) ?? field}: ${before || text.nothing} → ${after || text.nothing}`
  const fault = ({ row, column, value, issue }: Fault): string => {
    const where = [text.row(row), ...(column === null ? [] : [text.column(column)])].join(', ')
    return `${where}: ${value === '' ? '' : `“${value}” – `}${issueText(issue, language)}`
  }

  if (preview.sheet !== null) terminal.print(text.fromSheet(preview.sheet))
  terminal.print(preview.rows === 0 ? text.noRows : text.rows(formatNumber(preview.rows, language)))
  const counted = ORDER.filter((outcome) => preview.counts[outcome] > 0)
  const table = tableLines(
    counted.map((outcome) => ({ heading: text.counts[outcome], align: 'right' })),
    [counted.map((outcome) => formatNumber(preview.counts[outcome], language))],
  )
  if (counted.length > 0) for (const line of table) terminal.print(line)
  if (preview.unknownColumns.length > 0) terminal.print(text.unknown(preview.unknownColumns.join(', ')))

  printList(
    text.forAllRows,
    preview.forAllRows.map(({ field, value }) => `${headings.get(field) ?? field}: ${value}`),
    terminal,
  )
  printList(
    text.sideRows,
    preview.sideRows.map((side) => text.sideRow(side.row, side.text)),
    terminal,
  )
  printList(
    text.changes,
    preview.planned
      .filter(({ outcome }) => outcome === 'changed')
      .map(({ row, label, differences }) => `${text.row(row)}, ${label}: ${differences.map(change).join('; ')}`),
    terminal,
  )
  printList(
    text.look,
    preview.planned.flatMap(({ row, label, looksLike }) =>
      looksLike === undefined ? [] : [text.looksLike(row, label, looksLike)],
    ),
    terminal,
  )
  printList(text.faults, preview.faults.map(fault), terminal)
}
