import { Argument, type Command } from 'commander'
import { templateCsv } from '../exchange/import/template-csv.js'
import { IMPORT_KINDS, IMPORT_NAMES, type ImportName } from './import/import-kinds.js'
import { writeResult } from './result-file.js'
import type { Session } from './session.js'

const words = {
  vi: {
    about: 'xuất tệp CSV mẫu chỉ có tiêu đề, để điền rồi nhập',
    kind: 'loại tệp',
    output: 'tên tệp (mặc định: in ra màn hình)',
  },
  en: {
    about: 'write an empty CSV file with the headings, to fill in and import',
    kind: 'kind of file',
    output: 'file name (default: print it)',
  },
} as const

export function addTemplate(program: Command, session: Session): void {
  const { language } = session.terminal
  const text = words[language]
  program
    .command('template')
    .description(text.about)
    .addArgument(new Argument('<kind>', text.kind).choices(IMPORT_NAMES))
    .option('--output <file>', text.output)
    .action(async (kind: ImportName, { output }: { output?: string }) => {
      await writeResult(templateCsv(IMPORT_KINDS[kind].columns, language), output, session)
    })
}
