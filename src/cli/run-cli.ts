import { Command, CommanderError, Option } from 'commander'
import { loadCommands } from './commands.js'
import { describeFailure } from './failure.js'
import { EXIT, type ExitCode } from './refusal.js'
import { Session } from './session.js'
import { variableHelp } from './settings/variables.js'
import type { Terminal } from './terminal.js'

const words = {
  vi: {
    about: 'Danh mục và gian hàng OCOP.',
    data: 'thư mục dữ liệu (mặc định: OCOP_DATA_FOLDER, data/live trong bản sao mã nguồn, hoặc ./ocop-data)',
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
    data: 'data folder (default: OCOP_DATA_FOLDER, data/live in a clone, or ./ocop-data)',
    lang: 'language: vi or en (default: as LANG says)',
    verbose: 'technical details with failures',
    help: 'show how to use it',
    titles: {},
  },
} as const

/** The program with the commands that a line needs; with all of them when it names none. */
export async function createProgram(session: Session, argv: readonly string[]): Promise<Command> {
  const text = words[session.terminal.language]
  const titles: Readonly<Record<string, string>> = text.titles
  const program = new Command('ocop')
    .description(text.about)
    .option('--data-folder <folder>', text.data)
    .addOption(new Option('--language <language>', text.lang).choices(['vi', 'en']))
    .option('--verbose', text.verbose)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .addHelpText('after', variableHelp(session.terminal.language))
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      writeOut: (written) => session.terminal.print(written.trimEnd()),
      writeErr: (written) => session.terminal.tell(written.trimEnd()),
      outputError: () => undefined,
    })
    .exitOverride()
  for (const add of await loadCommands(argv)) add(program, session)
  return program
}

const isHelp = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0

/** A group of commands without one of them: its help was shown. */
const isUnfinished = (error: unknown): boolean => error instanceof CommanderError && error.code === 'commander.help'

/** Runs one command line; returns the exit code: 0 done, 1 refused or faults found, 2 typed or configured wrongly. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<ExitCode> {
  const session = new Session(terminal, env, cwd)
  const program = await createProgram(session, argv)
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
    if (isUnfinished(error)) return EXIT.usage
    const { text, exitCode } = describeFailure(error, terminal.language)
    terminal.tell(text)
    if (argv.includes('--verbose') && error instanceof Error && error.stack) terminal.tell(error.stack)
    return exitCode
  }
}
