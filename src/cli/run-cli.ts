import { Command, CommanderError, Option } from 'commander'
import { describeFailure } from './failure.js'
import { addApiKey } from './api-key/api-key.js'
import { addBackup, addRestore } from './backup.js'
import { addCompact } from './compact.js'
import { addExchange } from './exchange/exchange.js'
import { addExport } from './export.js'
import { addImport } from './import.js'
import { addLinks } from './links.js'
import { addInit } from './init.js'
import { addMigrate } from './migrate.js'
import { addPrivacy } from './privacy.js'
import { addRecount } from './recount.js'
import { addReport } from './report/report.js'
import { EXIT, type ExitCode } from './refusal.js'
import { addSchedule } from './schedule.js'
import { addSchema } from './schema.js'
import { addSearch } from './search.js'
import { addServe } from './serve.js'
import { Session } from './session.js'
import { addSynonyms } from './synonyms.js'
import { addTemplate } from './template.js'
import type { Terminal } from './terminal.js'
import { addUser } from './user/user.js'
import { addVerify } from './verify.js'
import { addWebhook } from './webhook/webhook.js'

const words = {
  vi: {
    about: 'Danh mục và gian hàng OCOP.',
    data: 'thư mục dữ liệu (mặc định: OCOP_DATA, data/live trong bản sao mã nguồn, hoặc ./ocop-data)',
    lang: 'ngôn ngữ: vi hoặc en (mặc định: theo LANG)',
    verbose: 'kèm chi tiết kỹ thuật khi có lỗi',
    help: 'xem cách dùng',
    titles: {
      'Usage:': 'Cách dùng:',
      'Options:': 'Tùy chọn:',
      'Commands:': 'Lệnh:',
      'Arguments:': 'Đối số:',
      'Global Options:': 'Tùy chọn chung:',
    },
  },
  en: {
    about: 'OCOP catalog and storefront.',
    data: 'data folder (default: OCOP_DATA, data/live in a clone, or ./ocop-data)',
    lang: 'language: vi or en (default: as LANG says)',
    verbose: 'technical details with failures',
    help: 'show how to use it',
    titles: {},
  },
} as const

function createProgram(session: Session): Command {
  const text = words[session.terminal.language]
  const titles: Readonly<Record<string, string>> = text.titles
  const program = new Command('ocop')
    .description(text.about)
    .option('--data <folder>', text.data)
    .addOption(new Option('--lang <language>', text.lang).choices(['vi', 'en']))
    .option('--verbose', text.verbose)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeOut: (written) => session.terminal.print(written.trimEnd()), writeErr: () => undefined })
    .exitOverride()
  for (const add of [
    addInit,
    addServe,
    addImport,
    addTemplate,
    addExport,
    addExchange,
    addReport,
    addSchedule,
    addSearch,
    addSynonyms,
    addRecount,
    addVerify,
    addLinks,
    addPrivacy,
    addBackup,
    addRestore,
    addCompact,
    addMigrate,
    addSchema,
    addUser,
    addApiKey,
    addWebhook,
  ])
    add(program, session)
  return program
}

const isHelp = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0

/** Runs one command line; returns the exit code: 0 done, 1 refused or faults found, 2 typed or configured wrongly. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<ExitCode> {
  const session = new Session(terminal, env, cwd)
  const program = createProgram(session)
  if (argv.length === 0) {
    terminal.print(program.helpInformation().trimEnd())
    return EXIT.usage
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return session.exitCode
  } catch (error) {
    terminal.progress(null)
    if (isHelp(error)) return EXIT.done
    const { text, exitCode } = describeFailure(error, terminal.language)
    terminal.tell(text)
    if (argv.includes('--verbose') && error instanceof Error && error.stack) terminal.tell(error.stack)
    return exitCode
  }
}
