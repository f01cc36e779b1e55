import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { backup, restore } from '../../store/backup/backup.js'
import type { Verification } from '../../store/verify-folder.js'
import { formatNumber } from '../format.js'
import { refusal, usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'

const words = {
  vi: {
    backup: 'sao lưu thư mục dữ liệu, cả khi gian hàng đang bán, rồi kiểm tra bản sao',
    to: 'thư mục mới, hoặc một tệp .tar.gz mới',
    restore: 'khôi phục một bản sao lưu vào thư mục dữ liệu còn trống (--data)',
    from: 'thư mục hoặc tệp .tar.gz do ocop backup tạo ra',
    copied: (to: string) => `Đã sao lưu và kiểm tra: ${to}`,
    restored: (to: string) => `Đã khôi phục và kiểm tra: ${to}`,
    holds: (products: string, orders: string, entries: string) =>
      `${products} sản phẩm, ${orders} đơn hàng, ${entries} bút toán; mọi dòng khớp mã kiểm, mọi quy tắc đều đúng.`,
  },
  en: {
    backup: 'copy the data folder, also while the shop sells, and verify the copy',
    to: 'a new folder, or a new file .tar.gz',
    restore: 'lay a backup down as the data folder (--data), which must be empty',
    from: 'a folder or a file .tar.gz made by ocop backup',
    copied: (to: string) => `Copied and verified: ${to}`,
    restored: (to: string) => `Restored and verified: ${to}`,
    holds: (products: string, orders: string, entries: string) =>
      `${products} products, ${orders} orders, ${entries} ledger entries; every line fits its checksum, every rule holds.`,
  },
} as const

/** @throws {Refusal} when the data lie in PostgreSQL, which has its own backups. */
function refuseDatabase({ databaseUrl }: Session): void {
  if (databaseUrl !== null)
    throw usageRefusal(
      'Dữ liệu nằm trong PostgreSQL: hãy sao lưu bằng pg_dump --schema=ocop (xem docs/postgres.md).',
      'The data lie in PostgreSQL: back them up with pg_dump --schema=ocop (see docs/postgres.md).',
    )
}

function printHoldings({ records, orders, ledgerEntries }: Verification, { terminal }: Session): void {
  const numbers = [records.products, orders, ledgerEntries].map((number) => formatNumber(number, terminal.language))
  terminal.print(words[terminal.language].holds(numbers[0] ?? '', numbers[1] ?? '', numbers[2] ?? ''))
}

export function addBackup(program: Command, session: Session): void {
  const { terminal } = session
  const text = words[terminal.language]
  program
    .command('backup')
    .description(text.backup)
    .argument('<to>', text.to)
    .action(async (to: string, _options, command: Command) => {
      refuseDatabase(session)
      const target = session.path(to)
      const verification = await backup(session.existingDataFolder(command.optsWithGlobals<GlobalOptions>()), target)
      terminal.print(text.copied(target))
      printHoldings(verification, session)
    })
}

export function addRestore(program: Command, session: Session): void {
  const { terminal } = session
  const text = words[terminal.language]
  program
    .command('restore')
    .description(text.restore)
    .argument('<from>', text.from)
    .action(async (from: string, _options, command: Command) => {
      refuseDatabase(session)
      const folder = session.folder(command.optsWithGlobals<GlobalOptions>())
      const source = session.path(from)
      if (!existsSync(source)) throw refusal(`Không tìm thấy bản sao lưu: ${source}`, `There is no backup ${source}`)
      const verification = await restore(source, folder)
      terminal.print(text.restored(folder))
      printHoldings(verification, session)
    })
}
