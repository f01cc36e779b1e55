/** A column's heading and on which side its cells stand. */
export interface TableColumn {
  readonly heading: string
  readonly align?: 'left' | 'right'
}

const width = (text: string): number => Array.from(text.normalize('NFC')).length

/** Lines of a table with aligned columns, headings underlined. */
export function tableLines(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.max(...[heading, ...rows.map((row) => row[index] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(cell)))
        return columns[index]?.align === 'right' ? padding + cell : cell + padding
      })
      .join('  ')
      .trimEnd()
  return [
    line(columns.map(({ heading }) => heading)),
    widths.map((size) => '─'.repeat(size)).join('  '),
    ...rows.map(line),
  ]
}
