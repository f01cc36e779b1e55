import { Argument, Option, type Command } from 'commander'
import { RANKING_KEYS, type RankingKey } from '../../reports/ranking.js'
import type { Catalog } from '../../site/catalog.js'
import type { Session } from '../session.js'
import { coverageLines, coverageTitle } from './coverage.js'
import { headingLines } from './heading.js'
import { reportQuery, type ReportOptions, type ReportQuery } from './query.js'
import { rankingLines, rankingTitle } from './ranking.js'
import { transactionLines, transactionsTitle } from './transactions.js'
import type { Language } from '../../catalog/text.js'

const words = {
  vi: {
    about: 'in số liệu một kỳ, kèm định nghĩa',
    kind: 'coverage (sản phẩm trên sàn), transactions (giao dịch), ranking (xếp hạng)',
    period: 'kỳ: 2024-H1, 2024-Q3, 2024-07, 2024, 2024-01-01..2024-06-30',
    province: 'tỉnh, thành phố, tên cũ hoặc mới (mặc định: cả nước)',
    as: 'theo đơn vị hành chính lúc đó (then) hay hiện nay (now)',
    key: 'tiêu chí xếp hạng',
  },
  en: {
    about: 'print the figures of a period with their definitions',
    kind: 'coverage (products on platforms), transactions or ranking',
    period: 'period: 2024-H1, 2024-Q3, 2024-07, 2024, 2024-01-01..2024-06-30',
    province: 'province by its former or present name (default: the whole country)',
    as: 'by the administrative units of then or of now',
    key: 'what to rank by',
  },
} as const

type Lines = (catalog: Catalog, query: ReportQuery, options: ReportOptions, language: Language) => readonly string[]

const REPORTS: Readonly<Record<string, { title: Readonly<Record<Language, string>>; lines: Lines }>> = {
  coverage: {
    title: coverageTitle,
    lines: (catalog, query, _options, language) => coverageLines(catalog.coverage(query), language),
  },
  transactions: {
    title: transactionsTitle,
    lines: (catalog, query, _options, language) => transactionLines(catalog.transactions(query), catalog, language),
  },
  ranking: {
    title: rankingTitle,
    lines: (catalog, { period, mode, province }, { key }, language) => {
      const { places } = catalog.reference
      const wanted = province && mode === 'asNow' ? places.successor(province) : province
      return rankingLines(catalog.ranking({ period, mode, key: key as RankingKey }), wanted, language)
    },
  },
}

export function addReport(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  program
    .command('report')
    .description(text.about)
    .addArgument(new Argument('<kind>', text.kind).choices(Object.keys(REPORTS)))
    .requiredOption('--period <period>', text.period)
    .option('--province <name>', text.province)
    .addOption(new Option('--as <units>', text.as).choices(['then', 'now']).default('then'))
    .addOption(new Option('--key <key>', text.key).choices(RANKING_KEYS).default('transactions'))
    .action(async (kind: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ReportOptions>()
      const report = REPORTS[kind]
      if (!report) return
      await session.withCatalog(session.existingFolder(options), (catalog, { name }) => {
        const query = reportQuery(options, catalog.reference.places)
        const heading = headingLines(report.title[language], query, catalog.reference.places, language)
        if (name) terminal.print(language === 'en' ? (name.en ?? name.vi) : name.vi)
        for (const line of [...heading, '', ...report.lines(catalog, query, options, language)]) terminal.print(line)
      })
    })
}
