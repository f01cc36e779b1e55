import type { Command } from 'commander'
import type { WebhookReach } from '../../catalog/notify/webhook-endpoint.js'
import { system } from '../../access/actor.js'
import type { Catalog } from '../../site/catalog.js'
import { refusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import { tableLines } from '../table.js'
import { webhookWords } from './words.js'
import { repeated } from '../repeated.js'

interface AddOptions extends GlobalOptions {
  readonly name?: string
  readonly event?: readonly string[]
  readonly producer?: string
}

const CLI = system('ocop webhook')

function reachOf(typed: string | undefined, { state }: Catalog): WebhookReach {
  if (typed === undefined) return { kind: 'office', scope: 'country' }
  const producer = state.find('producers', typed) ?? state.findBySlug('producers', typed)
  if (!producer) throw refusal(`Không có chủ thể “${typed}”.`, `There is no producer “${typed}”.`)
  return { kind: 'producer', producerId: producer.id }
}

function printEndpoints(catalog: Catalog, { terminal }: Session): void {
  const text = webhookWords[terminal.language]
  const endpoints = catalog.state.all('webhookEndpoints').filter(({ status }) => status !== 'removed')
  const rows = endpoints.map(({ id, name, url, reach, events, status }) => [
    id,
    name,
    url,
    reach.kind === 'office' ? text.office : (catalog.state.find('producers', reach.producerId)?.name ?? ''),
    events.join(', '),
    status === 'on' ? text.yes : text.no,
  ])
  if (rows.length === 0) terminal.print(text.none)
  const columns = text.headings.map((heading) => ({ heading }))
  if (rows.length > 0) for (const line of tableLines(columns, rows)) terminal.print(line)
  const { waiting, dead } = catalog.deliveries.counts()
  terminal.print(text.counts(waiting, dead))
}

export function addWebhook(program: Command, session: Session): void {
  const { terminal } = session
  const text = webhookWords[terminal.language]
  const webhook = program.command('webhook').description(text.about).helpCommand(false)
  const open = <T>(command: Command, work: (catalog: Catalog) => T | Promise<T>) =>
    session.withCatalog(session.existingFolder(command.optsWithGlobals<GlobalOptions>()), work)

  webhook
    .command('list')
    .description(text.list)
    .action((_options, command: Command) => open(command, (catalog) => printEndpoints(catalog, session)))

  webhook
    .command('add')
    .description(text.add)
    .argument('<url>', text.url)
    .option('--name <name>', text.name)
    .option('--event <type>', text.event, repeated)
    .option('--producer <name>', text.producer)
    .action(async (url: string, _options, command: Command) => {
      const { name = url.slice(0, 100), event = ['order.placed'], producer } = command.optsWithGlobals<AddOptions>()
      await open(command, async (catalog) => {
        const wish = { url, name, events: event }
        const { endpoint, secret } = await catalog.webhooks.create(CLI, reachOf(producer, catalog), wish)
        terminal.tell(text.added(endpoint.id))
        terminal.print(secret)
      })
    })

  webhook
    .command('remove')
    .description(text.remove)
    .argument('<id>', text.id)
    .action(async (id: string, _options, command: Command) => {
      await open(command, (catalog) => catalog.webhooks.remove(CLI, id))
      terminal.print(text.removed)
    })

  webhook
    .command('deliver')
    .description(text.deliver)
    .action((_options, command: Command) =>
      open(command, async ({ deliveries, certificateEnds }) => {
        await certificateEnds.warnDue()
        await deliveries.sendDue()
        const { waiting, dead } = deliveries.counts()
        terminal.print(text.counts(waiting, dead))
      }),
    )
}
