import { CommanderError } from 'commander'
import { CatalogError, issueText } from '../catalog/errors.js'
import type { Language } from '../catalog/text.js'
import { EXIT, Refusal, type ExitCode } from './refusal.js'

const SHOWN_ISSUES = 20

const words = {
  vi: {
    more: (count: number) => `… và ${count} chỗ nữa.`,
    file: (path: string) => `Không tìm thấy tệp hoặc thư mục: ${path}`,
    rights: (path: string) => `Không có quyền mở: ${path}`,
    unforeseen: (message: string) => `Lỗi ngoài dự kiến: ${message}. Chạy lại với --verbose để xem chi tiết.`,
    usage: (why: string, command: string) => `${why} Xem cách dùng: ${command} --help`,
    unknownOption: (what: string) => `Không có tùy chọn ${what}.`,
    unknownCommand: (what: string) => `Không có lệnh ${what}.`,
    missing: (what: string) => `Thiếu ${what}.`,
    tooMany: () => 'Thừa đối số.',
    invalid: (what: string) => `Giá trị không hợp lệ: ${what}.`,
    meant: (what: string) => `(có phải ${what}?)`,
    choices: (what: string) => `(chọn một trong: ${what})`,
  },
  en: {
    more: (count: number) => `… and ${count} more.`,
    file: (path: string) => `There is no such file or folder: ${path}`,
    rights: (path: string) => `No right to open: ${path}`,
    unforeseen: (message: string) => `Unforeseen failure: ${message}. Run it again with --verbose for details.`,
    usage: (why: string, command: string) => `${why} See: ${command} --help`,
    unknownOption: (what: string) => `There is no option ${what}.`,
    unknownCommand: (what: string) => `There is no command ${what}.`,
    missing: (what: string) => `Missing: ${what}.`,
    tooMany: () => 'Too many arguments.',
    invalid: (what: string) => `Not a valid value: ${what}.`,
    meant: (what: string) => `(did you mean ${what}?)`,
    choices: (what: string) => `(choose one of: ${what})`,
  },
} as const

type Say = 'unknownOption' | 'unknownCommand' | 'missing' | 'tooMany' | 'invalid'

const USAGE: Readonly<Record<string, Say>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missing',
  'commander.missingMandatoryOptionValue': 'missing',
  'commander.optionMissingArgument': 'missing',
  'commander.excessArguments': 'tooMany',
  'commander.invalidArgument': 'invalid',
}

function describeUsage(error: CommanderError, language: Language, command: string): string {
  const say = USAGE[error.code]
  const text = words[language]
  if (!say) return text.usage(error.message.replace(/^error: /, ''), command)
  const quoted = error.message.match(/'[^']*'/g) ?? []
  const meant = /\(Did you mean (.*)\?\)/.exec(error.message)?.[1]
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1]
  // Commander names an option before its value, an argument after it.
  const named = (quoted[0]?.startsWith("'-") ? quoted : quoted.toReversed()).join(': ')
  const what = [named, ...(meant ? [text.meant(meant)] : []), ...(choices ? [text.choices(choices)] : [])]
  return text.usage(text[say](what.join(' ')), command)
}

function describeCatalogError(error: CatalogError, language: Language): string {
  const lines = error.issues.slice(0, SHOWN_ISSUES).map((issue) => {
    const text = issueText(issue, language)
    return issue.code === 'inconsistent' ? text : `${issue.path}: ${text}`
  })
  if (error.issues.length > SHOWN_ISSUES) lines.push(words[language].more(error.issues.length - SHOWN_ISSUES))
  if (lines.length === 1) return lines.join('')
  return [error.text(language), ...lines.map((line) => `  ${line}`)].join('\n')
}

/** Options of a command bear their name as path: `--period`. */
const isAboutOptions = ({ code, issues }: CatalogError): boolean =>
  code === 'INVALID_OPTIONS' || (issues.length > 0 && issues.every(({ path }) => path.startsWith('--')))

function describeSystemError(error: NodeJS.ErrnoException, language: Language): string | null {
  const path = error.path ?? ''
  if (error.code === 'ENOENT') return words[language].file(path)
  return error.code === 'EACCES' || error.code === 'EPERM' ? words[language].rights(path) : null
}

/**
 * Says what went wrong in the person's language, never with a stack, and with which code the process ends.
 *
 * @param command What was typed, such as `ocop user add`: its help is named where it was typed wrongly.
 */
export function describeFailure(
  error: unknown,
  language: Language,
  command: string,
): { text: string; exitCode: ExitCode } {
  if (error instanceof Refusal) return { text: error.sentences[language], exitCode: error.exitCode }
  if (error instanceof CommanderError) return { text: describeUsage(error, language, command), exitCode: EXIT.usage }
  if (error instanceof CatalogError)
    return { text: describeCatalogError(error, language), exitCode: isAboutOptions(error) ? EXIT.usage : EXIT.refused }
  const known = error instanceof Error ? describeSystemError(error, language) : null
  const message = error instanceof Error ? error.message : String(error)
  return { text: known ?? words[language].unforeseen(message), exitCode: EXIT.refused }
}
