import { Command, CommanderError, Option, type Argument } from 'commander'
import { loadCommands } from './commands.js'
import type { Language } from '../catalog/text.js'
import { describeFailure } from './failure.js'
import { letHeapGrow } from './keep-heap-small.js'
import { EXIT, type ExitCode } from './refusal.js'
import { Session } from './session.js'
import { unknownVariables, variableHelp } from './settings/variables.js'
import type { Terminal } from './terminal.js'

const words = {
  vi: {
    about: 'Danh mục và gian hàng OCOP.',
    data: 'thư mục dữ liệu (mặc định: OCOP_DATA, data/live trong bản sao mã nguồn, hoặc ./ocop-data)',
    lang: 'ngôn ngữ: vi hoặc en (mặc định: theo LANG)',
    verbose: 'kèm chi tiết kỹ thuật khi có lỗi',
    help: 'xem cách dùng',
    choices: (names: string) => `một trong: ${names}`,
    otherwise: (value: string) => `mặc định: ${value}`,
    unknown: (names: string) => `Không rõ biến môi trường: ${names}. Viết đúng tên chưa? Xem các biến: ocop --help`,
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
    choices: (names: string) => `one of: ${names}`,
    otherwise: (value: string) => `default: ${value}`,
    unknown: (names: string) =>
      `Unknown environment variables: ${names}. Are they spelled right? Those that are read: ocop --help`,
    titles: {},
  },
} as const

/** What an option or an argument is for, with the choices that its words do not name already, and its default. */
function describe({ description, argChoices = [], defaultValue }: Option | Argument, language: Language): string {
  const text = words[language]
  const isNamed = argChoices.every((choice) => description.includes(choice))
  const besides = [
    ...(isNamed ? [] : [text.choices(argChoices.join(', '))]),
    ...(typeof defaultValue === 'string' ? [text.otherwise(defaultValue)] : []),
  ]
  return besides.length === 0 ? description : `${description} (${besides.join('; ')})`
}

/** The program with the commands that a line needs; with all of them when it names none. */
export async function createProgram(session: Session, argv: readonly string[]): Promise<Command> {
  const { terminal, env } = session
  const text = words[terminal.language]
  const titles: Readonly<Record<string, string>> = text.titles
  const program = new Command('ocop')
    .description(text.about)
    .option('--data <folder>', text.data)
    .addOption(new Option('--lang <language>', text.lang).choices(['vi', 'en']))
    .option('--verbose', text.verbose)
    .helpOption('-h, --help', text.help)
    .helpCommand(false)
    .addHelpText('after', variableHelp(terminal.language))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) => describe(option, terminal.language),
      argumentDescription: (argument) => describe(argument, terminal.language),
    })
    .configureOutput({
      writeOut: (written) => terminal.print(written.trimEnd()),
      writeErr: (written) => terminal.tell(written.trimEnd()),
      outputError: () => undefined,
    })
    .exitOverride()
    .hook('preAction', () => {
      const unknown = unknownVariables(env)
      if (unknown.length > 0) terminal.tell(text.unknown(unknown.join(', ')))
    })
  for (const add of await loadCommands(argv)) add(program, session)
  return program
}

const isHelp = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0

/** A group of commands without one of them: its help was shown. */
const isUnfinished = (error: unknown): boolean => error instanceof CommanderError && error.code === 'commander.help'

/** The commands of a line, as in `ocop user add`, as far as there are such. */
function typedCommand(program: Command, argv: readonly string[]): string {
  let command = program
  for (const word of argv)
    command = command.commands.find((inner) => inner.name() === word || inner.aliases().includes(word)) ?? command
  const path = [command.name()]
  for (let outer = command.parent; outer; outer = outer.parent) path.unshift(outer.name())
  return path.join(' ')
}

/** Runs one command line; returns the exit code: 0 done, 1 refused or faults found, 2 typed or configured wrongly. */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<ExitCode> {
  const session = new Session(terminal, env, cwd)
  const program = await createProgram(session, argv)
  letHeapGrow()
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
    const { text, exitCode } = describeFailure(error, terminal.language, typedCommand(program, argv))
    terminal.tell(text)
    if (argv.includes('--verbose') && error instanceof Error && error.stack) terminal.tell(error.stack)
    return exitCode
  }
}
