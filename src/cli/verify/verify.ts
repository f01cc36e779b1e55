import type { Command } from 'commander'
import { issueText } from '../../catalog/errors.js'
import { RefusedRecords } from '../../store/refused-records.js'
import { verifyFolder } from '../../store/verify-folder.js'
import { formatNumber } from '../format.js'
import { EXIT } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { countsOf, countWords } from './count-words.js'
import { verifyInDatabase } from './verify-database.js'

/** So many records are named. */
const MOST_NAMED = 10

const words = {
  vi: {
    about: 'kiểm tra từng dòng dữ liệu đã ghi, không thay đổi gì',
    fine: (folder: string) => `Dữ liệu nguyên vẹn: ${folder}`,
    headings: ['Đã kiểm tra', 'Số lượng'],
    refused: (count: string) =>
      `Mọi dòng khớp mã kiểm, nhưng phiên bản này không nhận ${count} bản ghi dưới đây: có người sửa tay, hoặc phiên bản khác đã ghi. Trang có thể không mở được; hãy sửa bản ghi trong gian hàng, hoặc khôi phục từ bản sao lưu.`,
    unconfirmed: (bytes: string) => `Cuối nhật ký có ${bytes} byte chưa xác nhận; sẽ được cắt bỏ khi mở.`,
  },
  en: {
    about: 'check every line of the stored data, changing nothing',
    fine: (folder: string) => `The data are whole: ${folder}`,
    headings: ['Checked', 'Number'],
    refused: (count: string) =>
      `Every line fits its checksum, but this version would not take these records (${count}): somebody has changed them by hand, or another version wrote them. Pages may fail to open; mend the records in the shop, or restore from a backup.`,
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
      const refused = new RefusedRecords()
      const verification = await verifyFolder(folder, { onPuts: refused.follow })
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
      const records = refused.list()
      if (records.length === 0) return
      session.exitCode = EXIT.refused
      terminal.tell(text.refused(formatNumber(records.length, language)))
      for (const { collection, id, issue } of records.slice(0, MOST_NAMED))
        terminal.tell(`  ${collection} ${id}: ${[issue.path, issueText(issue, language)].filter(Boolean).join(': ')}`)
    })
}
