import { describeMachine } from './machine.js'
import type { Section } from './record.js'
import { toText, type Table } from './table.js'

/** Parts of a bench by name. What proves that a part measured the wrong thing goes to `faults`. */
export type Parts = Readonly<Record<string, (faults: string[]) => Promise<Table[]>>>

/**
 * Measures the named parts in turn and prints their tables.
 *
 * @param names - Separated by commas.
 * @returns what may be recorded; nothing if a part was faulty, and the process then ends with 1.
 * @throws Error for a name that is no part's.
 */
export async function runParts(parts: Parts, names: string, usage: string): Promise<readonly Section[]> {
  const machine = describeMachine(new Date())
  console.log(`${machine}\n`)
  const faults: string[] = []
  const sections: Section[] = []
  for (const name of names.split(',')) {
    const part = parts[name]
    if (!part) throw new Error(`There is no part “${name}”. ${usage}`)
    const tables = await part(faults)
    for (const table of tables) console.log(`${toText(table)}\n`)
    if (tables.length > 0) sections.push({ name, machine, tables })
  }
  for (const fault of faults) console.error(`WRONG: ${fault}`)
  if (faults.length === 0) return sections
  process.exitCode = 1
  return []
}
