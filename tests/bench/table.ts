/** Measured figures, ready to be read. */
export interface Table {
  readonly title: string
  readonly headings: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[]
  /** What the figures mean, in a sentence or two. */
  readonly note: string
}

/** Whole numbers from 100 on, else three figures. */
export const figure = (value: number): string =>
  Number.isFinite(value)
    ? new Intl.NumberFormat('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }).format(
        value,
      )
    : '–'

export const percent = (share: number): string => `${figure(share * 100)} %`
export const times = (factor: number): string => `${figure(factor)} ×`
export const seconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${figure(milliseconds)} ms` : `${figure(milliseconds / 1000)} s`
export const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`

export function toText({ title, headings, rows, note }: Table): string {
  const lines = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const toLine = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [title, '', ...lines.map(toLine), '', note].join('\n')
}

export function toMarkdown({ title, headings, rows, note }: Table): string {
  const toLine = (line: readonly string[]): string => `| ${line.join(' | ')} |`
  const rule = headings.map((_, column) => (column === 0 ? '---' : '---:'))
  return [`### ${title}`, '', ...[headings, rule, ...rows].map(toLine), '', note].join('\n')
}
