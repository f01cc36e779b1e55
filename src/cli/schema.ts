import { Argument, type Command } from 'commander'
import { jsonSchemaOf, RECORD_NAMES, type RecordName } from '../catalog/json-schema.js'
import type { Session } from './session.js'

const words = {
  vi: { about: 'in JSON Schema của một loại bản ghi', record: 'loại bản ghi' },
  en: { about: 'print the JSON Schema of a kind of record', record: 'kind of record' },
} as const

export function addSchema(program: Command, { terminal }: Session): void {
  const text = words[terminal.language]
  program
    .command('schema')
    .description(text.about)
    .addArgument(new Argument('<record>', text.record).choices(RECORD_NAMES))
    .action((record: RecordName) => terminal.print(JSON.stringify(jsonSchemaOf(record), null, 2)))
}
