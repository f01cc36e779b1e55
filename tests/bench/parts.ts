import { describeMachine } from './machine.js'
import type { Section } from './record.js'
import { toText, type Table } from './table.js'

/** A part of a bench. What proves that it measured the wrong thing goes to `faults`. */
export type Part = (faults: string[]) => Promise<Table[]>

/**
 * Measures parts in turn and prints their tables.
 *
 * @returns what may be recorded; nothing if a part was faulty, and the process then ends with 1.
 */
export async function runParts(parts: readonly (readonly [name: string, part: Part])[]): Promise<readonly Section[]> {
  const machine = describeMachine(new Date())
  console.log(`${machine}\n`)
  const faults: string[] = []
  const sections: Section[] = []
  for (const [name, part] of parts) {
    const tables = await part(faults)
    for (const table of tables) console.log(`${toText(table)}\n`)
    if (tables.length > 0) sections.push({ name, machine, tables })
  }
  for (const fault of faults) console.error(`WRONG: ${fault}`)
  if (faults.length === 0) return sections
  process.exitCode = 1
  return []
}
