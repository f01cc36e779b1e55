/** A sheet of a workbook by its name, and which of its cells are merged. */
export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  readonly merges: readonly Merge[]
}

/** A block of merged cells, rows and columns counted from 0, both ends included. Only its first cell has a value. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** More merged blocks than this are read as they stand: their other cells blank. */
const MOST_MERGES = 20_000

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text
    .replace(/&#(x?)([\da-f]{1,6});/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(digits, hex ? 16 : 10), 0x10ffff)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')

const attribute = (tag: string, name: string): string =>
  plain(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '')

const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'g')) ?? []

/** `C7` → column 2, row 6. */
function toCell(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = Buffer.from(letters).reduce((sum, code) => sum * 26 + code - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function mergesOf(sheet: string): Merge[] {
  return tags(sheet.slice(sheet.lastIndexOf('</sheetData>')), 'mergeCell')
    .slice(0, MOST_MERGES)
    .flatMap((tag) => {
      const [first, last] = attribute(tag, 'ref').split(':').map(toCell)
      return first && last ? [{ top: first.row, left: first.column, bottom: last.row, right: last.column }] : []
    })
}

/** The sheets of a workbook in their order, from its unpacked parts. */
export function sheetParts(parts: ReadonlyMap<string, Buffer>): readonly SheetPart[] {
  const text = (path: string): string => parts.get(path)?.toString('utf8') ?? ''
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag): [string, string] => {
      const target = attribute(tag, 'Target')
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
  return tags(text('xl/workbook.xml'), 'sheet').map((tag) => ({
    name: attribute(tag, 'name'),
    isHidden: /^(?:veryHidden|hidden)$/.test(attribute(tag, 'state')),
    merges: mergesOf(text(targets.get(attribute(tag, 'r:id')) ?? '')),
  }))
}
