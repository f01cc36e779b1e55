import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { Instant } from '../../catalog/day.js'
import { backup, restore, verifyBackup } from '../../store/backup/backup.js'
import { refuseUnlessItOpens } from '../../store/backup/restore-in-place.js'
import { ErasedRecords } from '../../care/erased-records.js'
import type { ErasedAgain } from '../../site/care/erase-again.js'
import type { Verification } from '../../store/verify-folder.js'
import { formatInstant } from '../../storefront/format.js'
import { formatNumber } from '../format.js'
import { refusal, usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { addErasedFile, erasedIn, writeErasedFile } from './erased-file.js'
import { erasedAgainLines } from './erased-again-lines.js'
import { withShopOf } from './with-shop-of.js'
import { countsOf, countWords } from '../verify/count-words.js'

const words = {
  vi: {
    backup: 'sao lưu thư mục dữ liệu, cả khi gian hàng đang bán, rồi kiểm tra bản sao',
    to: 'thư mục mới, hoặc một tệp .tar.gz mới',
    restore: 'khôi phục một bản sao lưu vào thư mục dữ liệu còn trống (--data)',
    from: 'thư mục hoặc tệp .tar.gz do ocop backup tạo ra',
    erasedIn:
      'thư mục dữ liệu trước đó: dữ liệu cá nhân đã xóa ở đó từ sau bản sao lưu được xóa lại trong dữ liệu khôi phục',
    comesBack:
      'Dữ liệu cá nhân đã xóa từ sau bản sao lưu nay có lại. Nếu còn thư mục dữ liệu trước đó, hãy khôi phục với --erased-in THƯ_MỤC_ẤY để chúng vẫn bị xóa.',
    check: 'chỉ kiểm tra bản sao lưu và so với dữ liệu hiện nay (--data); không thay đổi gì',
    whole: (from: string) => `Bản sao lưu nguyên vẹn: ${from}`,
    until: (instant: string) => `Gồm mọi điều được ghi đến ${instant}.`,
    compared: (what: string, then: string, now: string) => `${what}: ${then}; hiện nay ${now}`,
    same: 'Từ đó chưa ghi thêm gì: dữ liệu hiện nay giống hệt.',
    later: (instant: string) =>
      `Dữ liệu hiện nay được ghi lần cuối lúc ${instant}. Khôi phục thì gian hàng không còn những gì đã ghi từ sau bản sao lưu.`,
    otherShop: 'Đây là bản sao lưu của gian hàng khác, hoặc có trước lần chạy ocop compact gần nhất.',
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
    erasedIn:
      'the former data folder: personal data that were erased there since the backup are erased from the restored data too',
    comesBack:
      'Personal data erased since the backup are back now. Where the former data folder is still there, restore with --erased-in THAT_FOLDER, and they stay erased.',
    check: 'only verify the backup and compare it with the present data (--data), changing nothing',
    whole: (from: string) => `The backup is whole: ${from}`,
    until: (instant: string) => `It holds all that was written until ${instant}.`,
    compared: (what: string, then: string, now: string) => `${what}: ${then}; now ${now}`,
    same: 'Nothing has been written since: the present data are the same.',
    later: (instant: string) =>
      `The present data were last written at ${instant}. After restoring, the shop is without what was written since the backup.`,
    otherShop: 'This is another shop’s backup, or one from before ocop compact was last run.',
    copied: (to: string) => `Copied and verified: ${to}`,
    restored: (to: string) => `Restored and verified: ${to}`,
    holds: (products: string, orders: string, entries: string) =>
      `${products} products, ${orders} orders, ${entries} ledger entries; every line fits its checksum, every rule holds.`,
  },
} as const

interface RestoreOptions extends GlobalOptions {
  readonly check?: boolean
  readonly erasedIn?: string
}

/** @throws {Refusal} when the data lie in PostgreSQL, which has its own backups. */
function refuseDatabase({ databaseUrl }: Session): void {
  if (databaseUrl !== null)
    throw usageRefusal(
      'Dữ liệu nằm trong PostgreSQL: hãy sao lưu bằng pg_dump --schema=ocop (xem docs/postgres.md).',
      'The data lie in PostgreSQL: back them up with pg_dump --schema=ocop (see docs/postgres.md).',
    )
}

function printHoldings(
  { records, orders, ledgerEntries }: Verification,
  { terminal }: Pick<Session, 'terminal'>,
): void {
  const numbers = [records.products, orders, ledgerEntries].map((number) => formatNumber(number, terminal.language))
  terminal.print(words[terminal.language].holds(numbers[0] ?? '', numbers[1] ?? '', numbers[2] ?? ''))
}

/** What people compare: records of programs say nothing to them. */
const COMPARED = [
  'products',
  'producers',
  'certificates',
  'listings',
  'orders',
  'ledgerEntries',
  'accounts',
  'reviews',
  'questions',
  'feedback',
  'dataRequests',
] as const

const toClock = (instant: string): string => formatInstant(Instant.parse(instant))

interface Checked {
  readonly from: string
  /** The present data, which the backup is compared with. */
  readonly folder: string
  /** The folder by which restoring is to erase again what was erased since, as the office's page always does; null for none. */
  readonly former: string | null
}

/** Verifies a backup, opens a shop with a copy of it, and says what it holds beside the present data, where there are any. */
async function check({ from, folder, former }: Checked, { terminal }: Session): Promise<void> {
  const { language } = terminal
  const text = words[language]
  const known = existsSync(folder) ? await erasedIn(folder) : null
  const present = known?.present ?? null
  const told = former === null || former === folder ? known : await erasedIn(former)
  const erased = told?.erased ?? new ErasedRecords()
  const again: ErasedAgain[] = []
  const kept = await verifyBackup(from, (copy) =>
    refuseUnlessItOpens(copy, async () => {
      again.push(await withShopOf(copy, ({ upkeep }) => upkeep.countErasedSince(erased)))
    }),
  )
  terminal.print(text.whole(basename(from)))
  if (kept.lastCommitAt !== null) terminal.print(text.until(toClock(kept.lastCommitAt)))
  if (!present) printHoldings(kept, { terminal })
  else if (present.site !== kept.site) terminal.print(text.otherShop)
  else printComparison(kept, present, { terminal })
  const when = former === null ? 'wouldStay' : 'wouldBe'
  for (const line of again.flatMap((one) => erasedAgainLines(one, language, when))) terminal.print(line)
}

function printComparison(kept: Verification, present: Verification, { terminal }: Pick<Session, 'terminal'>): void {
  const { language } = terminal
  const text = words[language]
  const [then, now] = [countsOf(kept), countsOf(present)]
  for (const name of COMPARED)
    if (then[name] + now[name] > 0)
      terminal.print(
        text.compared(
          countWords[language][name],
          ...([then, now].map((one) => formatNumber(one[name], language)) as [string, string]),
        ),
      )
  const isSame = now.commits === then.commits && now.lastCommitAt === then.lastCommitAt
  terminal.print(isSame || now.lastCommitAt === null ? text.same : text.later(toClock(now.lastCommitAt)))
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
    .option('--check', text.check)
    .option('--erased-in <folder>', text.erasedIn)
    .action(async (from: string, _options, command: Command) => {
      refuseDatabase(session)
      const options = command.optsWithGlobals<RestoreOptions>()
      const folder = session.folder(options)
      const source = session.path(from)
      if (!existsSync(source)) throw refusal(`Không tìm thấy bản sao lưu: ${source}`, `There is no backup ${source}`)
      const former = options.erasedIn === undefined ? null : session.existingDataFolder({ data: options.erasedIn })
      if (options.check === true) return check({ from: source, folder, former }, session)
      const again: ErasedAgain[] = []
      const known = former === null ? null : await erasedIn(former)
      const verification = await restore(source, folder, async (laidDown) => {
        if (!known) return
        const { erased } = known
        await addErasedFile(laidDown, erased, 'otherBackup')
        again.push(await withShopOf(laidDown, ({ upkeep }) => upkeep.eraseAgain(null, basename(source), erased)))
        await writeErasedFile(laidDown, erased)
      })
      terminal.print(text.restored(folder))
      printHoldings(verification, session)
      if (!known) terminal.print(text.comesBack)
      for (const line of again.flatMap((one) => erasedAgainLines(one, terminal.language))) terminal.print(line)
    })
}
