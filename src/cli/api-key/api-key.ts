import type { Command } from 'commander'
import { system } from '../../access/actor.js'
import { ApiScope } from '../../catalog/office/api-key.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Catalog } from '../../site/catalog.js'
import { formatDay } from '../format.js'
import { refusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { describeRole, readRole, type RoleOptions } from '../user/role-options.js'
import { apiKeyWords } from './words.js'
import { repeated } from '../repeated.js'

interface AddOptions extends GlobalOptions, RoleOptions {
  readonly name: string
  readonly scope: readonly string[]
  readonly until?: string
}

const CLI = system('ocop api-key')

function printKeys(catalog: Catalog, { terminal }: Session): void {
  const { language } = terminal
  const text = apiKeyWords[language]
  const keys = catalog.apiKeys.list(CLI)
  if (keys.length === 0) {
    terminal.print(text.none)
    return
  }
  const rows = keys.map((key) => [
    key.id,
    key.prefix,
    key.name,
    describeRole(key.membership, catalog, language),
    key.scopes.join(', '),
    formatDay(key.expiresOn, language),
    key.lastUsedOn ? formatDay(key.lastUsedOn, language) : text.never,
    text.states[catalog.apiKeys.stateOf(key)],
  ])
  const columns = text.headings.map((heading) => ({ heading }))
  for (const line of tableLines(columns, rows)) terminal.print(line)
}

/** Ends a key that is there and was not ended before. @throws {Refusal} */
async function revoke(id: string, { apiKeys }: Catalog): Promise<string> {
  try {
    return (await apiKeys.revoke(CLI, id)).name
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    if (error.code === 'NOT_FOUND') throw refusal(`Không có khóa “${id}”.`, `There is no key “${id}”.`)
    if (error.code !== 'ALREADY_DECIDED') throw error
    throw refusal('Khóa này đã được thu hồi trước đó.', 'This key was revoked before.')
  }
}

export function addApiKey(program: Command, session: Session): void {
  const { terminal } = session
  const text = apiKeyWords[terminal.language]
  const group = program.command('api-key').description(text.about).helpCommand(false)
  const open = <T>(command: Command, work: (catalog: Catalog) => T | Promise<T>) =>
    session.withCatalog(session.existingFolder(command.optsWithGlobals<GlobalOptions>()), work)

  group
    .command('add')
    .description(text.add)
    .requiredOption('--name <name>', text.name)
    .requiredOption('--scope <scope>', text.scope(ApiScope.options.join(', ')), repeated)
    .requiredOption('--role <role>', text.roleOption)
    .option('--province <name>', text.province, repeated)
    .option('--producer <name>', text.producer)
    .option('--until <day>', text.until)
    .action(async (_options, command: Command) => {
      const { name, scope, until, ...role } = command.optsWithGlobals<AddOptions>()
      await open(command, async (catalog) => {
        const membership = readRole(role, catalog)
        const wish = { name, scopes: scope, membership, expiresOn: until }
        const { record, key } = await catalog.apiKeys.add(CLI, wish)
        terminal.tell(text.added(record.id, formatDay(record.expiresOn, session.terminal.language)))
        terminal.print(key)
      })
    })

  group
    .command('list')
    .description(text.list)
    .action((_options, command: Command) => open(command, (catalog) => printKeys(catalog, session)))

  group
    .command('revoke')
    .description(text.revoke)
    .argument('<id>', text.id)
    .action(async (id: string, _options, command: Command) => {
      terminal.print(text.revoked(await open(command, (catalog) => revoke(id, catalog))))
    })
}
