import { inflateRawSync } from 'node:zlib'
import { fileRefusal } from '../csv/file-refusal.js'
import { WORKBOOK_LIMITS } from './workbook-limits.js'
import { damaged, readZipEntries, tooLarge, type ZipEntry } from './zip-entries.js'

const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30

/** The parts that hold rows, texts and formats. Pictures, macros, links and everything else stay packed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml)$/i

function packedBytes(file: Buffer, { offset, packed }: ZipEntry): Buffer {
  if (offset + LOCAL_LENGTH > file.length || file.readUInt32LE(offset) !== LOCAL) throw damaged()
  const start = offset + LOCAL_LENGTH + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length) throw damaged()
  return file.subarray(start, start + packed)
}

function inflate(bytes: Buffer, room: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: room })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : damaged()
  }
}

/** XML as a spreadsheet program writes it: UTF-8, and no document type, since that is where entities are declared. */
function refuseUnsafeXml(xml: Buffer): void {
  const isUtf16 = xml[0] === 0 || xml[1] === 0 || (xml[0] ?? 0) >= 0xfe
  if (isUtf16 || /<!(?:DOCTYPE|ENTITY)/i.test(xml.toString('latin1')))
    throw fileRefusal(
      'Tệp Excel chứa khai báo DOCTYPE hoặc thực thể XML, không an toàn; hãy lưu lại bằng Excel hoặc LibreOffice.',
      'The Excel file declares a DOCTYPE or XML entities, which is not safe; save it anew with Excel or LibreOffice.',
    )
}

/**
 * Unpacks the parts of a workbook that are read, within the limits: what the directory declares first, then what
 * truly comes out.
 *
 * @throws {CatalogError} `INVALID_INPUT`
 */
export function unpackWorkbook(file: Buffer): ReadonlyMap<string, Buffer> {
  const wanted = [...readZipEntries(file).values()].filter(({ name }) => WANTED.test(name))
  if (wanted.reduce((sum, { unpacked }) => sum + unpacked, 0) > WORKBOOK_LIMITS.unpacked) throw tooLarge()
  const parts = new Map<string, Buffer>()
  let room: number = WORKBOOK_LIMITS.unpacked
  for (const entry of wanted) {
    const packed = packedBytes(file, entry)
    const xml = entry.isStored ? packed : inflate(packed, Math.max(room, 1))
    room -= xml.length
    if (room < 0) throw tooLarge()
    if (xml.length !== entry.unpacked) throw damaged()
    refuseUnsafeXml(xml)
    parts.set(entry.name, xml)
  }
  if (!parts.has('xl/workbook.xml'))
    throw fileRefusal(
      'Đây không phải tệp Excel .xlsx (tệp .xls, .xlsb, .ods: hãy lưu thành .xlsx hoặc CSV).',
      'This is no .xlsx workbook (.xls, .xlsb, .ods: save it as .xlsx or CSV).',
    )
  return parts
}
