import { listVariables, readFlags } from './read-commands.js'
import { readInterface, readSchema, type Option } from './read-options.js'

const HEAD = `# Options

Made from the sources that take them: \`npm run docs:options\`. One thing has one name: an option \`someThing\` is \`someThing\` in \`site.json\`, \`--some-thing\` at the command line and \`OCOP_SOME_THING\` in the environment. *Also* says where else it is stated, and by which name where it has to be another one.
`

/** The functions of the package that take options. */
export const readFunctions = (): ReadonlyMap<string, readonly Option[]> =>
  new Map(
    [
      readInterface('createCatalog', 'catalog-options.ts', 'CatalogOptions'),
      readInterface('createStorefront', 'storefront/options.ts', 'StorefrontOptions'),
      readInterface('startWork', 'storefront/work/work.ts', 'Work'),
      readInterface('createClient', 'client/client.ts', 'ClientOptions'),
      readInterface('openPostgresStore', 'store/postgres/options.ts', 'PostgresStoreOptions'),
      readInterface('openLowdbStore', 'store/lowdb-options.ts', 'LowdbStoreOptions'),
      readInterface('createMailer', 'outbound/mail.ts', 'MailSettings'),
    ].map((options) => [options[0]?.where ?? '', options]),
  )

export const readSettings = (): readonly Option[] =>
  readSchema('site.json', 'cli/settings/site-settings.ts', 'SiteSettings')

/** What is stated by another name elsewhere, since it is another kind of thing there or the name is the world's. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'createCatalog.folder': ['`--data`', '`OCOP_DATA`'],
  'createCatalog.store': ['`DATABASE_URL`'],
  'createCatalog.sealKeys': ['`OCOP_SEAL_KEYS_FILE`'],
  'createCatalog.mailer': ['`mail` in `site.json`'],
  'createStorefront.backups': ['`backupFolder` in `site.json`'],
  'openPostgresStore.url': ['`DATABASE_URL`'],
  'createClient.language': ['`--lang`'],
  'createMailer.server': ['`mail.server` in `site.json`', '`OCOP_MAIL_SERVER`'],
  'createMailer.from': ['`mail.from` in `site.json`', '`OCOP_MAIL_FROM`'],
}

const toVariable = (name: string): string => `OCOP_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`
const toFlag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const holds = ({ isNeeded, otherwise }: Option): string => (isNeeded ? '**needed**' : (otherwise ?? ''))

/** The same flag of several commands is one row. */
function flagRows(flags: readonly Option[]): (readonly string[])[] {
  const rows = new Map<string, { option: Option; commands: string[] }>()
  for (const option of flags) {
    const key = JSON.stringify([option.name, option.meaning, holds(option)])
    const row = rows.get(key) ?? { option, commands: [] }
    row.commands.push(option.where === 'ocop' ? 'all' : option.where.replace('ocop ', ''))
    rows.set(key, row)
  }
  return [...rows.values()].map(({ option, commands }) => [
    `\`${option.name}\``,
    commands.join(', '),
    holds(option),
    option.meaning,
  ])
}

/** The page `docs/options.md`: every option of the library, of `site.json`, of the environment and of the command line. */
export async function optionDocs(): Promise<string> {
  const functions = readFunctions()
  const settings = readSettings()
  const variables = listVariables()
  const flags = await readFlags()
  const alsoOf = ({ where, name }: Option): string =>
    [
      ...[...functions]
        .filter(([other, options]) => other !== where && options.some((one) => one.name === name))
        .map(([other]) => `\`${other}\``),
      ...settings.filter((one) => one.where !== where && one.name === name).map(() => '`site.json`'),
      ...variables.filter((one) => one.name === toVariable(name)).map((one) => `\`${one.name}\``),
      ...flags
        .filter((one) => one.where === 'ocop serve' && one.name.split(' ')[0] === toFlag(name))
        .map((one) => `\`${one.name}\``),
      ...(OTHER_NAMES[`${where}.${name}`] ?? []),
    ].join(', ')
  const rowsOf = (options: readonly Option[]) =>
    options.map((option) => [`\`${option.name}\``, holds(option), option.meaning, alsoOf(option)])
  const own = new Set([...functions.values()].flat().map(({ name }) => name))
  return [
    HEAD,
    ...[...functions].map(
      ([name, options]) => `## \`${name}\`\n\n${table(['option', 'default', 'what it is', 'also'], rowsOf(options))}\n`,
    ),
    '## `site.json`\n\nIn the data folder, for the command line; a host of your own states options. What is left out has the default of the function that it is handed to.\n',
    `${table(
      ['field', 'what it is', 'also'],
      settings.map((one) => [`\`${one.name}\`${own.has(one.name) ? '' : ' *'}`, one.meaning, alsoOf(one)]),
    )}\n\n\\* has another name, or none, in the library.\n`,
    `## Environment\n\n${table(
      ['variable', 'default', 'what it is'],
      variables.map((one) => [`\`${one.name}\``, holds(one), one.meaning]),
    )}\n`,
    `## Command line\n\n${table(['flag', 'of', 'default', 'what it is'], flagRows(flags))}\n`,
  ].join('\n')
}
