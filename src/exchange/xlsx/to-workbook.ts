import type { SheetData } from 'write-excel-file/node'
import type { Cell } from '../csv/to-csv.js'

/** Writes one table as an Excel workbook: headings in bold, texts as texts, so none of them runs as a formula. */
export async function toWorkbook(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  sheet: string,
): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node')
  const data: SheetData = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) =>
        value == null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String },
      ),
    ),
  ]
  const columns = headings.map((heading) => ({ width: Math.max(14, heading.length + 4) }))
  return writeWorkbook(data, { sheet, columns }).toBuffer()
}
