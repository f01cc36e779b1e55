import type { Command } from 'commander'
import { formatNumber } from '../format.js'
import { EXIT } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'

const words = {
  vi: {
    about: 'đếm lại sổ giao dịch và so với số đang dùng',
    read: (entries: string, transactions: string) => `Đã đọc ${entries} bút toán: ${transactions} giao dịch.`,
    agrees: 'Số đang dùng khớp với sổ.',
    differs: 'Số đang dùng KHÔNG khớp với sổ:',
    headings: ['Mục', 'Đang dùng', 'Đếm lại'],
  },
  en: {
    about: 'count the ledger anew and compare with the counts in use',
    read: (entries: string, transactions: string) => `Read ${entries} entries: ${transactions} transactions.`,
    agrees: 'The counts in use agree with the ledger.',
    differs: 'The counts in use do NOT agree with the ledger:',
    headings: ['Cell', 'In use', 'Recounted'],
  },
} as const

export function addRecount(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = words[language]
  program
    .command('recount')
    .description(text.about)
    .action(async (_options, command: Command) => {
      const { entries, transactions, differences } = await session.withCatalog(
        session.existingFolder(command.optsWithGlobals<GlobalOptions>()),
        (catalog) => catalog.recount(),
      )
      terminal.print(text.read(formatNumber(entries, language), formatNumber(transactions, language)))
      terminal.print(differences.length === 0 ? text.agrees : text.differs)
      if (differences.length === 0) return
      const [cell, kept, recounted] = text.headings
      const columns = [
        { heading: cell },
        { heading: kept, align: 'right' },
        { heading: recounted, align: 'right' },
      ] as const
      const rows = differences.map((one) => [
        one.cell,
        formatNumber(one.kept, language),
        formatNumber(one.recounted, language),
      ])
      for (const line of tableLines(columns, rows)) terminal.print(line)
      session.exitCode = EXIT.refused
    })
}
