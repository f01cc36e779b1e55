import type { Command } from 'commander'
import { system } from '../access/actor.js'
import { formatDay, formatNumber } from './format.js'
import type { GlobalOptions, Session } from './session.js'
import { tableLines } from './table.js'

const words = {
  vi: {
    about: 'dữ liệu cá nhân của người mua',
    expire: 'liệt kê dữ liệu giữ đủ 3 năm; thêm --yes để xóa tên, số điện thoại, địa chỉ',
    yes: 'xóa thật; không lấy lại được',
    before: (day: string) => `Nhận trước ngày ${day}:`,
    headings: ['Loại', 'Số bản ghi'],
    rows: { orders: 'Đơn hàng', reviews: 'Đánh giá', questions: 'Câu hỏi', feedback: 'Phản ánh' },
    preview: 'Chưa xóa gì. Chạy lại với --yes để xóa.',
    nothing: 'Không có gì đến hạn xóa.',
    done: 'Đã xóa dữ liệu cá nhân. Hàng, số tiền, ngày và sổ giao dịch vẫn giữ.',
    older:
      'Bản ghi cũ còn trong nhật ký cho tới khi chạy ocop compact (PostgreSQL: bảng changes), và trong các bản sao lưu.',
  },
  en: {
    about: 'personal data of shoppers',
    expire: 'list what was kept for 3 years; with --yes take out names, phone numbers and addresses',
    yes: 'really erase; it cannot be brought back',
    before: (day: string) => `Received before ${day}:`,
    headings: ['Kind', 'Records'],
    rows: { orders: 'Orders', reviews: 'Reviews', questions: 'Questions', feedback: 'Feedback' },
    preview: 'Nothing was erased. Run it again with --yes to erase.',
    nothing: 'Nothing is due.',
    done: 'Personal data erased. Goods, amounts, days and the ledger stay.',
    older: 'Older versions stay in the journal until ocop compact is run (PostgreSQL: table changes), and in backups.',
  },
} as const

interface ExpireOptions extends GlobalOptions {
  readonly yes?: boolean
}

export function addPrivacy(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]

  function printCounts(counts: Readonly<Partial<Record<keyof typeof text.rows, number>>>): void {
    const [kind, number] = text.headings
    const rows = (Object.keys(counts) as (keyof typeof text.rows)[]).map((name) => [
      text.rows[name],
      formatNumber(counts[name] ?? 0, language),
    ])
    for (const line of tableLines([{ heading: kind }, { heading: number, align: 'right' }], rows)) terminal.print(line)
  }

  program
    .command('privacy')
    .helpCommand(false)
    .description(text.about)
    .command('expire')
    .description(text.expire)
    .option('--yes', text.yes)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ExpireOptions>()
      await session.withCatalog(session.existingFolder(options), async ({ retention }) => {
        const expiry = await retention.plan()
        const { orders, questions, feedback } = expiry.due
        terminal.print(text.before(formatDay(expiry.before, terminal.language)))
        if (orders.length + questions.length + feedback.length === 0) {
          terminal.print(text.nothing)
          return
        }
        if (options.yes !== true) {
          printCounts({ orders: orders.length, questions: questions.length, feedback: feedback.length })
          terminal.print(text.preview)
          return
        }
        printCounts(await retention.carryOut(expiry, system('ocop privacy')))
        terminal.print(text.done)
        terminal.print(text.older)
      })
    })
}
