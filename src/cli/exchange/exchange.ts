import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { CatalogError } from '../../catalog/errors.js'
import { system } from '../../access/actor.js'
import { fetchKeys } from '../../exchange/bundle/key-set.js'
import { pullSource, takeBundle, type Taken } from '../../exchange/bundle/take-bundle.js'
import type { Catalog } from '../../site/catalog.js'
import { EXIT, refusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { addBundleExport } from './export.js'
import { exchangeWords } from './words.js'

interface AcceptOptions extends GlobalOptions {
  readonly name?: string
  readonly thumbprint?: string
}

const CLI = system('ocop exchange')

export function addExchange(program: Command, session: Session): void {
  const { terminal } = session
  const text = exchangeWords[terminal.language]
  const exchange = program.command('exchange').description(text.about).helpCommand(false)
  const open = <T>(command: Command, work: (catalog: Catalog) => T | Promise<T>) =>
    session.withCatalog(session.folder(command.optsWithGlobals<GlobalOptions>()), work)

  const tell = (name: string, { sequence, records, transactions }: Taken): void =>
    terminal.print(sequence === null ? text.nothing(name) : text.taken(name, sequence, records, transactions))

  addBundleExport(exchange, session)

  exchange
    .command('accept')
    .description(text.accept)
    .argument('<id>', text.id)
    .argument('<url>', text.url)
    .option('--name <name>', text.name)
    .option('--thumbprint <thumbprint>', text.thumbprint)
    .action(async (id: string, url: string, options: AcceptOptions, command: Command) => {
      await open(command, async (catalog) => {
        const site = url.replace(/\/{1,9}$/, '')
        const published = await fetchKeys(catalog, site)
        const keys =
          options.thumbprint === undefined ? published : published.filter(({ kid }) => kid === options.thumbprint)
        if (keys.length === 0)
          throw new CatalogError('BUNDLE_WRONG_KEY', { details: { kid: published[0]?.kid ?? '–' } })
        const name = options.name ?? new URL(site).host
        const source = await catalog.exchange.accept(CLI, { id, name, site, keys })
        terminal.print(text.accepted(source.name))
        for (const { kid } of source.keys) terminal.print(`  ${kid}`)
        if (options.thumbprint === undefined) terminal.tell(text.compare)
      })
    })

  exchange
    .command('sources')
    .description(text.sources)
    .action((_options, command: Command) =>
      open(command, (catalog) => {
        const rows = catalog.exchange
          .sources()
          .map(({ id, name, site, latest, failure }) => [
            id,
            name,
            site,
            String(latest?.sequence ?? '–'),
            latest?.issuedAt ?? '–',
            failure ? `${failure.at} ${failure.why}` : '–',
          ])
        const columns = text.headings.map((heading) => ({ heading }))
        if (rows.length === 0) terminal.print(text.none)
        else for (const line of tableLines(columns, rows)) terminal.print(line)
      }),
    )

  exchange
    .command('import')
    .description(text.import)
    .argument('<id>', text.id)
    .argument('<file>', text.file)
    .action(async (id: string, file: string, _options, command: Command) => {
      const bytes = await readFile(session.path(file)).catch(() => {
        throw refusal(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`)
      })
      await open(command, async (catalog) => {
        const source = catalog.state.get('exchangeSources', id)
        tell(source.name, await takeBundle(catalog, CLI, source, bytes))
      })
    })

  exchange
    .command('pull')
    .description(text.pull)
    .argument('[id]', text.id)
    .action(async (id: string | undefined, _options, command: Command) => {
      await open(command, async (catalog) => {
        const sources = catalog.exchange
          .sources()
          .filter((one) => (id === undefined ? one.status === 'on' : one.id === id))
        if (sources.length === 0) terminal.print(text.none)
        for (const source of sources)
          try {
            tell(source.name, await pullSource(catalog, CLI, source))
          } catch (error) {
            if (!(error instanceof CatalogError)) throw error
            session.exitCode = EXIT.refused
            terminal.tell(`${source.name}: ${error.text(terminal.language)}`)
          }
      })
    })

  exchange
    .command('reset')
    .description(text.reset)
    .argument('<id>', text.id)
    .action(async (id: string, _options, command: Command) => {
      await open(command, async (catalog) => {
        const { name } = await catalog.exchange.reset(CLI, id)
        terminal.print(text.forgotten(name))
      })
    })
}
