import type { Command } from 'commander'
import { verifyFolder } from '../../store/verify-folder.js'
import { formatNumber } from '../format.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { countsOf, countWords } from './count-words.js'
import { verifyInDatabase } from './verify-database.js'

const words = {
  vi: {
    about: 'kiểm tra từng dòng dữ liệu đã ghi, không thay đổi gì',
    fine: (folder: string) => `Dữ liệu nguyên vẹn: ${folder}`,
    headings: ['Đã kiểm tra', 'Số lượng'],
    unconfirmed: (bytes: string) => `Cuối nhật ký có ${bytes} byte chưa xác nhận; sẽ được cắt bỏ khi mở.`,
  },
  en: {
    about: 'check every line of the stored data, changing nothing',
    fine: (folder: string) => `The data are whole: ${folder}`,
    headings: ['Checked', 'Number'],
    unconfirmed: (bytes: string) =>
      `The journal ends in ${bytes} bytes that no commit confirmed; they are cut off when it is opened.`,
  },
} as const

export function addVerify(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const [text, rows] = [words[language], countWords[language]]
  program
    .command('verify')
    .description(text.about)
    .action(async (_options, command: Command) => {
      if (session.databaseUrl !== null) {
        session.exitCode = await verifyInDatabase(session.databaseUrl, terminal)
        return
      }
      const folder = session.existingDataFolder(command.optsWithGlobals<GlobalOptions>())
      const verification = await verifyFolder(folder)
      const numbers = countsOf(verification)
      const names = Object.keys(rows) as (keyof typeof rows)[]
      const [checked, number] = text.headings
      terminal.print(text.fine(folder))
      for (const line of tableLines(
        [{ heading: checked }, { heading: number, align: 'right' }],
        names.map((name) => [rows[name], formatNumber(numbers[name], language)]),
      ))
        terminal.print(line)
      if (verification.unconfirmedBytes > 0)
        terminal.print(text.unconfirmed(formatNumber(verification.unconfirmedBytes, language)))
    })
}
