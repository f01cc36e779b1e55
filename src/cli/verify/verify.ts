import type { Command } from 'commander'
import type { CatalogCollection } from '../../catalog/store.js'
import { verifyFolder, type Verification } from '../../store/verify-folder.js'
import { formatNumber } from '../format.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { verifyInDatabase } from './verify-database.js'

/** Every collection is counted, and what lies beside the collections. */
type Rows = Readonly<
  Record<CatalogCollection | 'lines' | 'commits' | 'orders' | 'ledgerEntries' | 'auditEntries' | 'stockLevels', string>
>

const words = {
  vi: {
    about: 'kiểm tra từng dòng dữ liệu đã ghi, không thay đổi gì',
    fine: (folder: string) => `Dữ liệu nguyên vẹn: ${folder}`,
    headings: ['Đã kiểm tra', 'Số lượng'],
    rows: {
      lines: 'Dòng nhật ký',
      commits: 'Lần ghi',
      products: 'Sản phẩm',
      producers: 'Chủ thể',
      certificates: 'Giấy chứng nhận',
      certificateWarnings: 'Giấy đã báo sắp hết hạn',
      platforms: 'Sàn',
      listings: 'Niêm yết',
      linkChecks: 'Lần kiểm tra đường dẫn',
      viewMonths: 'Lượt xem theo tháng',
      orders: 'Đơn hàng',
      accounts: 'Tài khoản',
      apiKeys: 'Khóa API',
      doneRequests: 'Yêu cầu API đã làm',
      securityDays: 'Ngày có truy cập bị chặn',
      announcements: 'Thông báo',
      synonymRules: 'Từ đồng nghĩa',
      imports: 'Lần nhập tệp',
      productCollections: 'Tuyển chọn sản phẩm',
      submissions: 'Hồ sơ đăng ký',
      producerSettings: 'Cài đặt của chủ thể',
      saleTerms: 'Điều kiện bán',
      vouchers: 'Mã giảm giá',
      voucherUses: 'Lượt dùng mã giảm giá',
      bankNotices: 'Báo có ngân hàng',
      deliveryRefusals: 'Số điện thoại từng không nhận hàng',
      lots: 'Lô hàng',
      reviews: 'Đánh giá',
      questions: 'Câu hỏi',
      feedback: 'Phản ánh',
      reportSchedules: 'Lịch gửi báo cáo',
      exchangeSources: 'Nguồn trao đổi',
      webhookEndpoints: 'Nơi nhận webhook',
      pushDevices: 'Máy được báo đơn mới',
      pushKeys: 'Khóa thông báo đẩy',
      deliveries: 'Lượt báo tin',
      dataRequests: 'Yêu cầu về dữ liệu cá nhân',
      ledgerEntries: 'Bút toán giao dịch',
      auditEntries: 'Dòng nhật ký thao tác',
      stockLevels: 'Mã hàng có tồn kho',
    },
    unconfirmed: (bytes: string) => `Cuối nhật ký có ${bytes} byte chưa xác nhận; sẽ được cắt bỏ khi mở.`,
  },
  en: {
    about: 'check every line of the stored data, changing nothing',
    fine: (folder: string) => `The data are whole: ${folder}`,
    headings: ['Checked', 'Number'],
    rows: {
      lines: 'Journal lines',
      commits: 'Commits',
      products: 'Products',
      producers: 'Producers',
      certificates: 'Certificates',
      certificateWarnings: 'Certificates warned of',
      platforms: 'Platforms',
      listings: 'Listings',
      linkChecks: 'Checks of links',
      viewMonths: 'Views by month',
      orders: 'Orders',
      accounts: 'Accounts',
      apiKeys: 'API keys',
      doneRequests: 'API requests carried out',
      securityDays: 'Days with requests turned away',
      announcements: 'Announcements',
      synonymRules: 'Synonyms',
      imports: 'Imported files',
      productCollections: 'Product collections',
      submissions: 'Submissions',
      producerSettings: 'Settings of producers',
      saleTerms: 'Terms of sale',
      vouchers: 'Vouchers',
      voucherUses: 'Uses of vouchers',
      bankNotices: 'Bank notices',
      deliveryRefusals: 'Phones that refused deliveries',
      lots: 'Lots',
      reviews: 'Reviews',
      questions: 'Questions',
      feedback: 'Feedback',
      reportSchedules: 'Scheduled reports',
      exchangeSources: 'Exchange sources',
      webhookEndpoints: 'Webhook endpoints',
      pushDevices: 'Devices told of new orders',
      pushKeys: 'Keys for push notices',
      deliveries: 'Deliveries',
      dataRequests: 'Requests about personal data',
      ledgerEntries: 'Ledger entries',
      auditEntries: 'Audit entries',
      stockLevels: 'Variants with a stock level',
    },
    unconfirmed: (bytes: string) =>
      `The journal ends in ${bytes} bytes that no commit confirmed; they are cut off when it is opened.`,
  },
} as const satisfies Record<'vi' | 'en', { readonly rows: Rows } & Record<string, unknown>>

const numbersOf = ({ records, ...rest }: Verification) => ({ ...rest, ...records })

export function addVerify(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
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
      const numbers = numbersOf(verification)
      const names = Object.keys(text.rows) as (keyof typeof text.rows)[]
      const [checked, number] = text.headings
      terminal.print(text.fine(folder))
      for (const line of tableLines(
        [{ heading: checked }, { heading: number, align: 'right' }],
        names.map((name) => [text.rows[name], formatNumber(numbers[name], language)]),
      ))
        terminal.print(line)
      if (verification.unconfirmedBytes > 0)
        terminal.print(text.unconfirmed(formatNumber(verification.unconfirmedBytes, language)))
    })
}
