import type { Command } from 'commander'
import { compactFolder } from '../../store/compact/compact-folder.js'
import { formatNumber } from '../format.js'
import { usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'

const words = {
  vi: {
    about:
      'ghi lại dữ liệu chỉ với bản mới nhất của mỗi bản ghi, để điều đã xóa cũng mất khỏi đĩa; dừng gian hàng trước',
    copying: (count: string) => `Đã ghi lại ${count} …`,
    done: (folder: string, before: string, after: string) =>
      `Đã ghi lại và kiểm tra ${folder}: sổ nhật ký từ ${before} còn ${after} byte. Bản sao lưu cũ vẫn giữ điều đã xóa: hãy xóa chúng theo lịch của bạn.`,
  },
  en: {
    about:
      'write the data anew with the last version of each record alone, so that what was erased is gone from the disk too; stop the shop first',
    copying: (count: string) => `Written anew: ${count} …`,
    done: (folder: string, before: string, after: string) =>
      `Written anew and verified: ${folder}; the journal went from ${before} to ${after} bytes. Older backups still hold what was erased: delete them when their time comes.`,
  },
} as const

export function addCompact(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  program
    .command('compact')
    .description(text.about)
    .action(async (_options, command: Command) => {
      if (session.databaseUrl !== null)
        throw usageRefusal(
          'Dữ liệu nằm trong PostgreSQL: cơ sở dữ liệu tự bỏ các bản cũ (xem docs/postgres.md).',
          'The data lie in PostgreSQL, which drops earlier versions by itself (see docs/postgres.md).',
        )
      const folder = session.existingDataFolder(command.optsWithGlobals<GlobalOptions>())
      const { before, after } = await compactFolder(folder, {
        report: ({ [language]: line }) => terminal.tell(line),
        onProgress: (copied) => terminal.progress(text.copying(formatNumber(copied, language))),
      })
      terminal.progress(null)
      terminal.print(text.done(folder, formatNumber(before, language), formatNumber(after, language)))
    })
}
