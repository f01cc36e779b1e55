import { verifyDatabase } from '../../store/postgres/index.js'
import { formatNumber } from '../format.js'
import { EXIT, type ExitCode } from '../refusal.js'
import { describeUrl } from '../stores.js'
import { tableLines } from '../table.js'
import type { Terminal } from '../terminal.js'

const words = {
  vi: {
    fine: (place: string) => `Dữ liệu nguyên vẹn: ${place}`,
    wrong: (place: string, count: string) =>
      `Có ${count} chỗ không khớp ở ${place}. Chưa sửa gì cả: hãy khôi phục từ bản sao lưu.`,
    headings: ['Đã kiểm tra', 'Số lượng', 'Không khớp'],
    rows: {
      revisions: 'Lần ghi, liền nhau',
      stockLevels: 'Tồn kho = tổng các lần nhập xuất',
      stockOfOrders: 'Xuất kho = số lượng trong đơn',
      orders: 'Đơn hàng, có trong danh sách của từng chủ thể',
      ledgerEntries: 'Bút toán, mỗi bút toán một khóa',
      ledgerOfOrders: 'Đơn hàng, mỗi phần một giao dịch',
      variants: 'Mã hàng, mỗi mã một sản phẩm',
    },
  },
  en: {
    fine: (place: string) => `The data are whole: ${place}`,
    wrong: (place: string, count: string) =>
      `${count} things do not fit at ${place}. Nothing was touched: restore from a backup.`,
    headings: ['Checked', 'Number', 'Wrong'],
    rows: {
      revisions: 'Commits, without a gap',
      stockLevels: 'Stock levels = the sum of their movements',
      stockOfOrders: 'Orders, with what they took from stock',
      orders: 'Orders, in the lists of their producers',
      ledgerEntries: 'Ledger entries, each with its key',
      ledgerOfOrders: 'Orders, with one transaction for each share',
      variants: 'SKUs, each of one product',
    },
  },
} as const

/**
 * Checks the data in PostgreSQL and prints what was checked.
 *
 * @throws {CatalogError} `NOT_INSTALLED` without `pg`; `STORE_UNAVAILABLE` when the database cannot be reached.
 */
export async function verifyInDatabase(url: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal
  const text = words[language]
  const checks = await verifyDatabase({ url })
  const wrong = checks.reduce((sum, check) => sum + check.wrong, 0)
  const place = describeUrl(url)
  terminal.print(wrong === 0 ? text.fine(place) : text.wrong(place, formatNumber(wrong, language)))
  const [name, number, faults] = text.headings
  const columns = [
    { heading: name },
    { heading: number, align: 'right' as const },
    { heading: faults, align: 'right' as const },
  ]
  const rows = checks.map((check) => [
    text.rows[check.name],
    formatNumber(check.checked, language),
    formatNumber(check.wrong, language),
  ])
  for (const line of tableLines(columns, rows)) terminal.print(line)
  return wrong === 0 ? EXIT.done : EXIT.refused
}
