import type { CatalogError } from '../../catalog/errors.js'
import { fileRefusal } from '../csv/file-refusal.js'
import { WORKBOOK_LIMITS } from './workbook-limits.js'

/** One file in an archive, as its directory describes it. */
export interface ZipEntry {
  readonly name: string
  readonly isStored: boolean
  readonly packed: number
  /** What the archive says; checked against what is true when it is unpacked. */
  readonly unpacked: number
  readonly offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const ENCRYPTED = 0x1

/** PKZIP method numbers (APPNOTE 4.4.5). */
const STORED = 0
const DEFLATED = 8

const ARCHIVE = /\.(?:zip|xls[xmb]?|docx|pptx|jar|gz|7z|rar|tar)$/i

export const damaged = (): CatalogError =>
  fileRefusal(
    'Tệp Excel hỏng hoặc bị cắt. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
    'The Excel file is damaged or cut off. Open it in Excel, save it as .xlsx once more and send that.',
  )

function refuseName(name: string): void {
  const isOutside = name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..')
  if (isOutside)
    throw fileRefusal(
      'Tệp Excel chứa đường dẫn không hợp lệ; hãy mở và lưu lại bằng Excel hoặc LibreOffice.',
      'The Excel file holds a path that leads outside; open it in Excel or LibreOffice and save it anew.',
    )
  if (ARCHIVE.test(name))
    throw fileRefusal(
      `Trong tệp Excel có tệp nén khác (${name}); hãy bỏ đi rồi nhập lại.`,
      `There is another archive inside the Excel file (${name}); remove it and import again.`,
    )
}

function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - 0xffff)
  for (let at = file.length - END_LENGTH; at >= first; at--) if (file.readUInt32LE(at) === END) return at
  throw damaged()
}

function readEntry(file: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_LENGTH > file.length || file.readUInt32LE(at) !== ENTRY) throw damaged()
  const flags = file.readUInt16LE(at + 8)
  const method = file.readUInt16LE(at + 10)
  const nameEnd = at + ENTRY_LENGTH + file.readUInt16LE(at + 28)
  const name = file.subarray(at + ENTRY_LENGTH, nameEnd).toString('utf8')
  refuseName(name)
  if (flags & ENCRYPTED || (method !== STORED && method !== DEFLATED))
    throw fileRefusal(
      'Tệp Excel đặt mật khẩu hoặc nén theo cách lạ; hãy bỏ mật khẩu và lưu lại.',
      'The Excel file is protected by a password or packed in a strange way; remove the password and save it anew.',
    )
  const entry: ZipEntry = {
    name,
    isStored: method === STORED,
    packed: file.readUInt32LE(at + 20),
    unpacked: file.readUInt32LE(at + 24),
    offset: file.readUInt32LE(at + 42),
  }
  return { entry, next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32) }
}

/**
 * Reads the directory of a zip archive. Nothing is unpacked.
 *
 * @throws {CatalogError} `INVALID_INPUT` for a damaged archive, too many files in it, sizes above the limits, names that
 * lead outside or occur twice, archives within, passwords.
 */
export function readZipEntries(file: Buffer): ReadonlyMap<string, ZipEntry> {
  if (file.length < END_LENGTH) throw damaged()
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  if (count > WORKBOOK_LIMITS.entries)
    throw fileRefusal(
      `Tệp Excel chứa ${count} tệp con; tối đa ${WORKBOOK_LIMITS.entries}.`,
      `The Excel file holds ${count} files; at most ${WORKBOOK_LIMITS.entries} are read.`,
    )
  const entries = new Map<string, ZipEntry>()
  let at = file.readUInt32LE(end + 16)
  let declared = 0
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(file, at)
    if (entries.has(entry.name)) throw damaged()
    entries.set(entry.name, entry)
    declared += entry.unpacked
    at = next
  }
  if (declared > WORKBOOK_LIMITS.declared) throw tooLarge()
  return entries
}

export const tooLarge = (): CatalogError =>
  fileRefusal(
    'Tệp Excel giải nén ra quá lớn; hãy chỉ giữ trang cần nhập, hoặc lưu thành CSV.',
    'The Excel file unpacks to too much; keep the sheet to be imported alone, or save it as CSV.',
  )
