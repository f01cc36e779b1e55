import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Argument, type Command } from 'commander'
import { LIMITS } from '../../exchange/csv/limits.js'
import { faultsCsv } from '../../exchange/import/faults-csv.js'
import { previewImport, type ImportPreview } from '../../exchange/import/preview-import.js'
import { formatNumber } from '../format.js'
import { IMPORT_KINDS, IMPORT_NAMES, type ImportName } from './import-kinds.js'
import { importWords } from './import-words.js'
import { printPreview } from './print-preview.js'
import { EXIT, refusal, usageRefusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { repeated } from '../repeated.js'

interface ImportOptions extends GlobalOptions {
  readonly preview?: boolean
  readonly map?: readonly string[]
  readonly forAll?: readonly string[]
  readonly errors?: string
  readonly sheet?: string
  readonly placesBefore2025?: boolean
}

/** `--map "Cột A=name"`: the heading may hold `=`, the field does not. */
function readMap(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair): [string, string] => {
      const cut = pair.lastIndexOf('=')
      if (cut < 1)
        throw usageRefusal(
          `--map "${pair}": viết là "Tên cột=trường", ví dụ --map "Cột A=name".`,
          `--map "${pair}": write "Heading=field", such as --map "Column A=name".`,
        )
      return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
    }),
  )
}

/** `--for-all "province=Đắk Lắk"`: the value may hold `=`, the field does not. */
function readForAll(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair): [string, string] => {
      const cut = pair.indexOf('=')
      if (cut < 1 || pair.slice(cut + 1).trim() === '')
        throw usageRefusal(
          `--for-all "${pair}": viết là "trường=giá trị", ví dụ --for-all "province=Đắk Lắk".`,
          `--for-all "${pair}": write "field=value", such as --for-all "province=Đắk Lắk".`,
        )
      return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
    }),
  )
}

async function readListFile(path: string): Promise<Buffer> {
  const found = await stat(path)
  if (!found.isFile()) throw refusal(`Đây không phải là tệp: ${path}`, `This is not a file: ${path}`)
  if (found.size > LIMITS.bytes)
    throw refusal(
      `Tệp lớn quá: tối đa ${LIMITS.bytes / 2 ** 20} MB.`,
      `The file is too large: at most ${LIMITS.bytes / 2 ** 20} MB are read.`,
    )
  return readFile(path)
}

async function apply(preview: ImportPreview, session: Session): Promise<void> {
  const { terminal } = session
  const { language } = terminal
  const text = importWords[language]
  terminal.progress(text.saving)
  const { done, known } = await preview.apply()
  terminal.progress(null)
  if (done > 0) terminal.print(text.applied(formatNumber(done, language)))
  else if (known === 0) terminal.print(text.nothingNew)
  if (known > 0) terminal.print(text.known(formatNumber(known, language)))
}

async function run(name: ImportName, path: string, options: ImportOptions, session: Session): Promise<void> {
  const { terminal } = session
  const { language } = terminal
  const text = importWords[language]
  const columns = readMap(options.map ?? [])
  const forAllRows = readForAll(options.forAll ?? [])
  const file = await readListFile(resolve(session.cwd, path))
  await session.withCatalog(session.folder(options), async (catalog) => {
    const preview = await previewImport(IMPORT_KINDS[name], file, catalog, {
      columns,
      forAllRows,
      sheet: options.sheet,
      placesBefore2025: options.placesBefore2025 === true,
      onProgress: (done, total) =>
        terminal.progress(text.checking(formatNumber(done, language), formatNumber(total, language))),
    })
    terminal.progress(null)
    printPreview(preview, name, terminal)
    if (options.errors !== undefined && preview.faults.length > 0) {
      await writeFile(resolve(session.cwd, options.errors), faultsCsv(preview.faults, language))
      terminal.print(text.written(options.errors))
    }
    if (preview.faults.length > 0) {
      terminal.tell(text.refused(preview.faults.length))
      session.exitCode = EXIT.refused
    } else if (options.preview === true) terminal.print(text.onlyPreview)
    else if (preview.rows > 0) await apply(preview, session)
  })
}

export function addImport(program: Command, session: Session): void {
  const text = importWords[session.terminal.language]
  program
    .command('import')
    .description(text.about)
    .addArgument(new Argument('<kind>', text.kind).choices(IMPORT_NAMES))
    .argument('<file>', text.file)
    .option('--preview', text.preview)
    .option('--map <heading=field>', text.map, repeated)
    .option('--for-all <field=value>', text.forAll, repeated)
    .option('--sheet <name>', text.sheet)
    .option('--errors <file>', text.errors)
    .option('--places-before-2025', text.placesBefore2025)
    .action((kind: ImportName, file: string, _options, command: Command) =>
      run(kind, file, command.optsWithGlobals<ImportOptions>(), session),
    )
}
