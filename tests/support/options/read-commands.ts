import type { Command } from 'commander'
import { createProgram } from '../../../src/cli/run-cli.js'
import { Session } from '../../../src/cli/session.js'
import { VARIABLES } from '../../../src/cli/settings/variables.js'
import { splitDefault, type Option } from './read-options.js'

const silent = { language: 'en', print: () => undefined, tell: () => undefined, progress: () => undefined } as const

const leavesOf = (command: Command, path: string): { command: Command; path: string }[] => [
  { command, path },
  ...command.commands.flatMap((one) => leavesOf(one, `${path} ${one.name()}`)),
]

/** Every flag of the command line, by the command that takes it. */
export async function readFlags(): Promise<Option[]> {
  const program = await createProgram(new Session(silent, {}, '/'), [])
  return leavesOf(program, 'ocop').flatMap(({ command, path }) =>
    command.options.map((option) => {
      const { meaning, otherwise } = splitDefault(option.description)
      const stated = option.defaultValue as string | undefined
      return {
        name: option.flags.replace(/^-\w, /, ''),
        where: path,
        meaning,
        otherwise: stated ?? otherwise,
        isNeeded: option.mandatory,
      }
    }),
  )
}

/** Every variable of the environment that the command line reads. */
export const listVariables = (): Option[] =>
  Object.entries(VARIABLES).map(([name, { en }]) => ({
    name,
    where: 'environment',
    ...splitDefault(en),
    isNeeded: false,
  }))
