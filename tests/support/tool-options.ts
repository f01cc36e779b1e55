import { parseArgs, type ParseArgsConfig } from 'node:util'

type Read<C extends ParseArgsConfig> = ReturnType<typeof parseArgs<C>>

/** What a tool of the repo was called with. */
type ToolOptions<C extends ParseArgsConfig> = Read<C> & {
  /** Whole numbers above zero, separated by commas. */
  readonly numbers: (option: keyof Read<C>['values'] & string) => number[]
  /** The one whole number above zero. */
  readonly number: (option: keyof Read<C>['values'] & string) => number
  /** Some of what there is to choose from, separated by commas. */
  readonly choices: <T>(option: keyof Read<C>['values'] & string, from: Readonly<Record<string, T>>) => [string, T][]
  /** Ends the tool for what it was called with. */
  readonly refuse: (why: string) => never
}

/**
 * Reads what a tool was called with. `--help` prints its usage; what it does not know, or a number that is none, is said
 * with the usage and ends it with 2, before anything is measured.
 */
export function toolOptions<const C extends ParseArgsConfig>(usage: string, config: C): ToolOptions<C> {
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  const refuse = (why: string): never => {
    console.error(`${why}\n\n${usage}`)
    process.exit(2)
  }
  const read = (): Read<C> => {
    try {
      return parseArgs(config)
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error))
    }
  }
  const parsed = read()
  const values = parsed.values as Readonly<Record<string, unknown>>
  const numbers = (option: string): number[] =>
    String(values[option])
      .split(',')
      .map((text) =>
        /^[1-9]\d{0,11}$/.test(text) ? Number(text) : refuse(`--${option} takes whole numbers, not “${text}”.`),
      )
  const number = (option: string): number => {
    const [one = NaN, ...others] = numbers(option)
    return others.length === 0 ? one : refuse(`--${option} takes one number.`)
  }
  const choices = <T>(option: string, from: Readonly<Record<string, T>>): [string, T][] =>
    String(values[option])
      .split(',')
      .map(
        (name) => Object.entries(from).find(([known]) => known === name) ?? refuse(`--${option} knows no “${name}”.`),
      )
  return { ...parsed, numbers, number, choices, refuse }
}
