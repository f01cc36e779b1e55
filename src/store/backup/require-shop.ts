import { fieldError } from '../../catalog/errors.js'
import { CHECKPOINT } from '../checkpoint/agreement.js'
import type { Files } from '../disk/files.js'
import { damaged } from '../failures.js'
import { JOURNAL } from '../journal/scan-journal.js'
import { MARKER } from '../marker.js'

/**
 * @param name - What people call the folder: that of the archive which it was unpacked from.
 * @throws {CatalogError} `INVALID_INPUT` at `from` for a folder that never was a shop's, and for a file; `STORE_DAMAGED`
 *   for one that has lost what says whose it is.
 */
export async function requireShop(files: Files, folder: string, name = folder): Promise<void> {
  const names = await files.list(folder).catch((error: unknown): string[] => {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return []
    throw error
  })
  if (names.includes(MARKER)) return
  if (names.includes(JOURNAL) || names.includes(CHECKPOINT)) throw damaged({ file: MARKER }, 'missing')
  throw fieldError('from', 'inconsistent', {
    why: `${name} không phải dữ liệu của gian hàng: ở đó không có ${MARKER}. Hãy chọn thư mục dữ liệu, hoặc thư mục hay tệp .tar.gz do ocop backup tạo ra.`,
    whyEn: `${name} is no shop’s data: there is no ${MARKER} in it. Name a data folder, or a folder or a file .tar.gz made by ocop backup.`,
  })
}
