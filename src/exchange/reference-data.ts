import { readFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import * as z from 'zod'
import { CatalogError } from '../catalog/errors.js'
import { parse } from '../catalog/parse.js'
import { BanksFile, createBanks } from '../catalog/payments/banks.js'
import { createPlaces } from '../catalog/places/create-places.js'
import { CommunesFile, LegacyCommunesFile, ProvincesFile } from '../catalog/places/data-files.js'
import { createProductGroups, ProductGroupsFile } from '../catalog/product-groups.js'
import type { Reference } from '../catalog/reference.js'
import { createRegions, RegionsFile } from '../catalog/places/regions.js'
import { PACKAGE_DATA } from './package-data.js'

/**
 * The CRC-32 of files whose rows have all passed their schema, which takes a start a fifth of a second: only a file that
 * is another one by now is checked again.
 */
export const CHECKED: Readonly<Record<string, number>> = {
  'communes.json': 0x89df1c08,
  'legacy-communes.csv': 0xb4c6e39c,
}

/** The shape of `data/search-synonyms.csv`; a cell may hold several words, parted by `|`. */
const SynonymsFile = z.array(
  z.strictObject({
    id: z.string(),
    kind: z.string(),
    northern: z.string(),
    southern: z.string(),
    central_or_other: z.string(),
    mode: z.string(),
    confirmed: z.enum(['yes', 'no']),
    note: z.string(),
  }),
)
export type SynonymRow = z.infer<typeof SynonymsFile>[number]

/**
 * Reads provinces, communes, product groups, banks and regions, checks them and makes them ready for use.
 *
 * @param folder Where the files lie; the package's own by default. Ends in `/`.
 * @throws {CatalogError} `REFERENCE_DAMAGED` naming the file and, as issues, every row and field at fault.
 */
export async function loadReference(folder: URL = PACKAGE_DATA): Promise<Reference> {
  const [provinces, communes, legacyCommunes, groups, banks, regions] = await Promise.all([
    readJson(folder, 'provinces.json', ProvincesFile),
    readJson(folder, 'communes.json', CommunesFile),
    readCsv(folder, 'legacy-communes.csv', LegacyCommunesFile),
    readJson(folder, 'ocop-groups.json', ProductGroupsFile),
    readJson(folder, 'vn-banks.json', BanksFile),
    readJson(folder, 'regions.json', RegionsFile),
  ])
  return {
    places: naming('provinces.json, communes.json, legacy-communes.csv', () =>
      createPlaces({ provinces, communes, legacyCommunes }),
    ),
    groups: createProductGroups(groups),
    banks: createBanks(banks),
    regions: createRegions(regions),
  }
}

/**
 * Reads the words that stand for each other in a search: lạc and đậu phộng.
 *
 * @throws {CatalogError} `REFERENCE_DAMAGED`
 */
export const loadSynonyms = (folder: URL = PACKAGE_DATA): Promise<readonly SynonymRow[]> =>
  readCsv(folder, 'search-synonyms.csv', SynonymsFile)

/**
 * Reads the passwords that attackers try first, in lower case.
 *
 * @throws {CatalogError} `REFERENCE_DAMAGED`
 */
export async function loadCommonPasswords(folder: URL = PACKAGE_DATA): Promise<ReadonlySet<string>> {
  const lines = await read(folder, 'common-passwords.txt', z.array(z.string()).min(1), (text) =>
    text.trim().split('\n'),
  )
  return new Set(lines)
}

const LINE_END = 0x0a

const readJson = <S extends z.ZodType>(folder: URL, file: string, schema: S): Promise<z.output<S>> =>
  read(folder, file, schema, (text) => JSON.parse(text))

const readCsv = <S extends z.ZodType>(folder: URL, file: string, schema: S): Promise<z.output<S>> =>
  read(folder, file, schema, (text) => parseCsv(text, { columns: true, bom: true, skip_empty_lines: true }), splitCsv)

/**
 * The rows of a file that is known to quote no cell: the parser takes a start many times as long. Each line becomes a text
 * of its own, for a piece of a text holds all of it in memory.
 */
function splitCsv(bytes: Buffer): unknown {
  let columns: readonly string[] = []
  const rows: Record<string, string | undefined>[] = []
  for (let [start, end] = [0, 0]; start < bytes.length; start = end + 1) {
    const found = bytes.indexOf(LINE_END, start)
    end = found < 0 ? bytes.length : found
    const cells = bytes.toString('utf8', start, end).split(',')
    if (start === 0) columns = cells
    else rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at]])))
  }
  return rows
}

async function read<S extends z.ZodType>(
  folder: URL,
  file: string,
  schema: S,
  decode: (text: string) => unknown,
  decodeChecked = (bytes: Buffer) => decode(bytes.toString()),
): Promise<z.output<S>> {
  const bytes = await readFile(new URL(file, folder)).catch((cause: unknown) => {
    throw damaged(file, cause)
  })
  if (CHECKED[file] === crc32(bytes)) return decodeChecked(bytes) as z.output<S>
  return naming(file, () => parse(schema, decode(bytes.toString())))
}

/** Says which file is at fault when something that was made from it is not as it should be. */
function naming<T>(file: string, make: () => T): T {
  try {
    return make()
  } catch (cause) {
    throw damaged(file, cause)
  }
}

/** A lost column is a fault of every row: the first ones tell enough. */
const MOST_ISSUES = 20

function damaged(file: string, cause: unknown): CatalogError {
  const issues = cause instanceof CatalogError ? cause.issues : []
  const why = issues.length > 0 || !(cause instanceof Error) ? `faults found: ${issues.length}` : cause.message
  return new CatalogError('REFERENCE_DAMAGED', { details: { file, why }, issues: issues.slice(0, MOST_ISSUES), cause })
}
