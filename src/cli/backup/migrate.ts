import { Option, type Command } from 'commander'
import { carryForward } from '../../store/carry-forward.js'
import { copyStore } from '../../store/copy-store.js'
import { formatNumber } from '../format.js'
import { usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { describeUrl, openFolder, openPostgres } from '../stores.js'
import { tableLines } from '../table.js'

const words = {
  vi: {
    about:
      'đưa dữ liệu của phiên bản cũ lên dạng hiện nay; với --to thì chép toàn bộ giữa thư mục (--data) và PostgreSQL (DATABASE_URL), rồi so hai bên',
    to: 'nơi đến, phải còn trống',
    current: (folder: string, format: number) => `Đã kiểm tra ${folder}: đã là dạng hiện nay (${format}).`,
    carried: (folder: string, from: number, to: number) =>
      `Đã đưa ${folder} từ dạng ${from} lên dạng ${to}, đã kiểm tra trước và sau. Phiên bản cũ không mở được nữa.`,
    copying: (count: string) => `Đã chép ${count} …`,
    same: (from: string, to: string) => `Đã chép từ ${from} sang ${to}; hai bên khớp nhau:`,
    headings: ['Loại', 'Số lượng', 'SHA-256'],
  },
  en: {
    about:
      'carry data of an earlier version forward; with --to, copy all data between the folder (--data) and PostgreSQL (DATABASE_URL), then compare the two',
    to: 'where to; it must be empty',
    current: (folder: string, format: number) => `Checked ${folder}: it is of the present form (${format}) already.`,
    carried: (folder: string, from: number, to: number) =>
      `Carried ${folder} from form ${from} to form ${to}, checked before and after. Earlier versions cannot open it any more.`,
    copying: (count: string) => `Copied ${count} …`,
    same: (from: string, to: string) => `Copied from ${from} to ${to}; the two agree:`,
    headings: ['Kind', 'Count', 'SHA-256'],
  },
} as const

interface MigrateOptions extends GlobalOptions {
  readonly to?: 'postgres' | 'folder'
}

export function addMigrate(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  program
    .command('migrate')
    .description(text.about)
    .addOption(new Option('--to <store>', text.to).choices(['postgres', 'folder']))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<MigrateOptions>()
      if (options.to === undefined) {
        const folder = session.existingDataFolder(options)
        const { from, to } = await carryForward(folder, ({ [language]: line }) => terminal.tell(line))
        terminal.print(from === to ? text.current(folder, to) : text.carried(folder, from, to))
        return
      }
      const url = session.databaseUrl
      if (url === null)
        throw usageRefusal(
          'Chưa có DATABASE_URL: hãy ghi địa chỉ PostgreSQL, ví dụ postgres://ocop@localhost/ocop',
          'DATABASE_URL is not set: name the PostgreSQL, such as postgres://ocop@localhost/ocop',
        )
      const isUp = options.to === 'postgres'
      const folder = isUp ? session.existingDataFolder(options) : session.folder(options)
      const names = isUp ? [folder, describeUrl(url)] : [describeUrl(url), folder]
      const embedded = await openFolder(folder, terminal)
      try {
        const postgres = await openPostgres(url, terminal)
        try {
          const [from, to] = isUp ? [embedded, postgres] : [postgres, embedded]
          const sums = await copyStore(from, to, {
            onProgress: (copied) => terminal.progress(text.copying(formatNumber(copied, language))),
          })
          terminal.progress(null)
          terminal.print(text.same(names[0] ?? '', names[1] ?? ''))
          const [kind, count, hash] = text.headings
          const rows = Object.entries(sums).map(([name, sum]) => [name, formatNumber(sum.count, language), sum.sha256])
          const columns = [{ heading: kind }, { heading: count, align: 'right' as const }, { heading: hash }]
          for (const line of tableLines(columns, rows)) terminal.print(line)
        } finally {
          await postgres.close()
        }
      } finally {
        await embedded.close()
      }
    })
}
