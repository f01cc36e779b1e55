import { Argument, type Command } from 'commander'
import { productsCsv } from '../exchange/products/products-csv.js'
import { writeResult } from './result-file.js'
import type { GlobalOptions, Session } from './session.js'

interface ExportOptions extends GlobalOptions {
  readonly output?: string
}

const words = {
  vi: {
    about: 'xuất danh mục công khai ra CSV',
    kind: 'dữ liệu cần xuất',
    output: 'tên tệp (mặc định: in ra màn hình)',
  },
  en: {
    about: 'write the public catalog as CSV',
    kind: 'what to export',
    output: 'file name (default: print it)',
  },
} as const

export function addExport(program: Command, session: Session): void {
  const { language } = session.terminal
  const text = words[language]
  program
    .command('export')
    .description(text.about)
    .addArgument(new Argument('<kind>', text.kind).choices(['products']))
    .option('--output <file>', text.output)
    .action(async (_kind: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>()
      const csv = await session.withCatalog(session.existingFolder(options), (catalog) =>
        productsCsv(catalog, language),
      )
      await writeResult(csv, options.output, session)
    })
}
