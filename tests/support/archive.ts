import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be packed. */
export interface Packed {
  readonly name: string
  readonly bytes: Buffer | string
  /** The size that the archive claims for it, which may be a lie. */
  readonly says?: number
  /** The name of a file before it whose packed bytes it shares: nothing is packed for it. */
  readonly over?: string
}

const header = (
  signature: number,
  name: Buffer,
  packed: Buffer,
  size: number,
  crc: number,
  isEntry: boolean,
): Buffer => {
  const fields = Buffer.alloc(isEntry ? 46 : 30)
  const at = isEntry ? 2 : 0
  fields.writeUInt32LE(signature, 0)
  fields.writeUInt16LE(20, 4 + at)
  fields.writeUInt16LE(8, 8 + at)
  fields.writeUInt32LE(crc, 14 + at)
  fields.writeUInt32LE(packed.length, 18 + at)
  fields.writeUInt32LE(size, 22 + at)
  fields.writeUInt16LE(name.length, 26 + at)
  return fields
}

/** Packs files into a zip archive, however strange they are: for the files that attackers send. */
export function packArchive(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  const placed = new Map<string, { readonly at: number; readonly packed: Buffer; readonly content: Buffer }>()
  let offset = 0
  for (const { name: path, bytes, says, over } of files) {
    const name = Buffer.from(path)
    const shared = over === undefined ? undefined : placed.get(over)
    const content = shared?.content ?? Buffer.from(bytes)
    const packed = shared?.packed ?? deflateRawSync(content)
    const facts = [name, packed, says ?? content.length, crc32(content)] as const
    const entry = header(0x02014b50, ...facts, true)
    entry.writeUInt32LE(shared?.at ?? offset, 42)
    entries.push(entry, name)
    if (shared) continue
    placed.set(path, { at: offset, packed, content })
    const body = Buffer.concat([header(0x04034b50, ...facts, false), name, packed])
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, directory, end])
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The parts of a workbook as Excel writes them, around the rows of one sheet. */
export const workbookParts = (rows: string, strings: readonly string[] = []): Packed[] => [
  {
    name: 'xl/workbook.xml',
    bytes: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Trang tính1" sheetId="1" r:id="rId1"/><sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    bytes: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  },
  {
    name: 'xl/styles.xml',
    bytes: `<?xml version="1.0"?><styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  },
  {
    name: 'xl/sharedStrings.xml',
    bytes: `<?xml version="1.0"?><sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  },
  { name: 'xl/worksheets/sheet1.xml', bytes: sheetXml(rows) },
  { name: 'xl/worksheets/sheet2.xml', bytes: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') },
]

export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

/** Replaces one part of a workbook. */
export const withPart = (parts: readonly Packed[], part: Packed): Packed[] => [
  ...parts.filter(({ name }) => name !== part.name),
  part,
]
