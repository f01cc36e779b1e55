import { isUtf8 } from 'node:buffer'
import { fileRefusal } from './file-refusal.js'

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

const isOldWorkbook = (bytes: Buffer): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

/** How to get a CSV file that can be read, as said in every refusal of an encoding. */
const MEND = {
  vi: 'Trong Excel chọn Tệp → Lưu thành (Save As) → kiểu “CSV UTF-8 (Comma delimited)”, rồi nhập tệp .csv đó.',
  en: 'In Excel choose File → Save As → type “CSV UTF-8 (Comma delimited)”, then import that .csv file.',
}

/** UTF-16 without a byte order mark: Vietnamese text is mostly ASCII, so every other byte is mostly zero. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 8 && even === 0) return 'utf-16le'
  return even > sample.length / 8 && odd === 0 ? 'utf-16be' : null
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    throw fileRefusal(`Tệp UTF-16 bị hỏng hoặc bị cắt. ${MEND.vi}`, `The UTF-16 file is damaged or cut off. ${MEND.en}`)
  }
}

function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const stop = end === -1 ? bytes.length : end
    if (!isUtf8(bytes.subarray(start, stop))) return line
    start = stop + 1
  }
  return line
}

/**
 * The text of a CSV file as UTF-8 without byte order mark. Reads UTF-8 and UTF-16, marked or not.
 *
 * @throws {CatalogError} `INVALID_INPUT` for an empty file, an old Excel workbook, and any other encoding, naming the first
 * line that is not UTF-8 and how to save the file.
 */
export function toUtf8(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw fileRefusal('Tệp trống.', 'The file is empty.')
  if (isOldWorkbook(bytes))
    throw fileRefusal(
      'Đây là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. Trong Excel chọn Tệp → Lưu thành (Save As) → “Excel Workbook (.xlsx)”, không đặt mật khẩu, rồi nhập tệp .xlsx đó.',
      'This is an old Excel workbook (.xls) or one with a password. In Excel choose File → Save As → “Excel Workbook (.xlsx)” without a password, then import that .xlsx file.',
    )
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be')
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return decodeUtf16(bytes, unmarked)
  if (!isUtf8(bytes)) {
    const line = firstLineNotUtf8(bytes)
    throw fileRefusal(
      `Dòng ${line} không phải chữ UTF-8, dấu tiếng Việt sẽ sai. ${MEND.vi}`,
      `Line ${line} is not UTF-8 text, so Vietnamese marks would be wrong. ${MEND.en}`,
    )
  }
  return startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes
}
