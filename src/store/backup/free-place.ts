import { readdir } from 'node:fs/promises'
import { fieldError } from '../../catalog/errors.js'

/** @throws {CatalogError} `INVALID_INPUT` at `to` when a file or a folder that is not empty has the name already. */
export async function refuseUnlessFree(path: string): Promise<void> {
  const names = await readdir(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') return [path]
    throw error
  })
  if (names.length === 0) return
  throw fieldError('to', 'inconsistent', {
    why: `Đã có dữ liệu ở ${path}; không ghi đè. Hãy chọn tên khác hoặc dời dữ liệu đó đi.`,
    whyEn: `There is something at ${path} already; it is not overwritten. Choose another name or move it away.`,
  })
}
