import type { Command } from 'commander'
import type { Account } from '../../catalog/account.js'
import { system } from '../../access/actor.js'
import { LINK_LASTS } from '../../access/one-time-links.js'
import type { Invited } from '../../site/accounts/people.js'
import type { Catalog } from '../../site/catalog.js'
import { refusal } from '../refusal.js'
import type { GlobalOptions, Session } from '../session.js'
import type { SiteSettings } from '../settings/site-settings.js'
import { tableLines } from '../table.js'
import { readFirstLine } from './read-line.js'
import { describeRole, readRole, type RoleOptions } from './role-options.js'
import { userWords } from './words.js'
import { repeated } from '../repeated.js'

interface AddOptions extends GlobalOptions, RoleOptions {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly passwordStdin?: boolean
}
interface ResetOptions extends GlobalOptions {
  readonly passwordStdin?: boolean
  readonly authenticator?: boolean
}
type RoleCommandOptions = GlobalOptions & RoleOptions & { readonly take?: boolean }

const CLI = system('ocop user')
const DAY = 86_400_000
const LOCAL = 'http://localhost:3000'

function getAccount(who: string, catalog: Catalog): Account {
  const account = catalog.accounts.people.findByIdentifier(CLI, who)
  if (!account) throw refusal(`Không có tài khoản “${who}”.`, `There is no account “${who}”.`)
  return account
}

const withRoleOptions = (command: Command, text: (typeof userWords)['vi']): Command =>
  command
    .option('--role <role>', text.roleOption)
    .option('--province <name>', text.province, repeated)
    .option('--producer <name>', text.producer)

export function addUser(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const text = userWords[language]
  const user = program.command('user').description(text.about).helpCommand(false)

  /** Sets the password from standard input, or prints the link by which the person chooses it. */
  async function handOver(
    { account, token }: Invited,
    fromInput: boolean,
    catalog: Catalog,
    { baseUrl }: SiteSettings,
  ) {
    if (fromInput) {
      await catalog.accounts.own.choosePassword(token, await readFirstLine())
      terminal.print(text.passwordSet)
      return
    }
    const lasts = LINK_LASTS[account.status === 'invited' ? 'invite' : 'reset']
    terminal.print(text.link(lasts / DAY))
    terminal.print(`${baseUrl?.replace(/\/{1,9}$/, '') ?? LOCAL}/account/set-up?k=${token}`)
    if (baseUrl === undefined) terminal.tell(text.otherAddress)
  }

  function printRoles({ name, memberships }: Account, catalog: Catalog): void {
    terminal.print(text.rolesNow(name))
    if (memberships.length === 0) terminal.print(`  ${text.noRoles}`)
    for (const membership of memberships) terminal.print(`  ${describeRole(membership, catalog, language)}`)
  }

  withRoleOptions(user.command('add').alias('invite').description(text.add), text)
    .requiredOption('--name <name>', text.name)
    .option('--phone <number>', text.phone)
    .option('--email <address>', text.email)
    .option('--password-stdin', text.passwordStdin)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<AddOptions>()
      await session.withCatalog(session.folder(options), async (catalog, settings) => {
        const { name, phone, email, passwordStdin } = options
        const memberships = [readRole(options, catalog)]
        const invited = await catalog.accounts.people.invite(CLI, { name, phone, email, memberships })
        terminal.print(text.added(name))
        await handOver(invited, passwordStdin === true, catalog, settings)
      })
    })

  user
    .command('list')
    .description(text.list)
    .action(async (_options, command: Command) => {
      await session.withCatalog(session.existingFolder(command.optsWithGlobals<GlobalOptions>()), (catalog) => {
        const accounts = catalog.accounts.people.list(CLI)
        if (accounts.length === 0) terminal.print(text.none)
        const rows = accounts.map(({ name, phone, email, status, memberships, authenticator }) => [
          name,
          [phone, email].filter((value) => value !== undefined).join(', '),
          text.states[status],
          memberships.map((membership) => describeRole(membership, catalog, language)).join('; '),
          authenticator ? text.yes : text.no,
        ])
        const columns = text.headings.map((heading) => ({ heading }))
        if (rows.length > 0) for (const line of tableLines(columns, rows)) terminal.print(line)
      })
    })

  user
    .command('reset')
    .description(text.reset)
    .argument('<who>', text.who)
    .option('--authenticator', text.authenticator)
    .option('--password-stdin', text.passwordStdin)
    .action(async (who: string, _options, command: Command) => {
      const options = command.optsWithGlobals<ResetOptions>()
      await session.withCatalog(session.existingFolder(options), async (catalog, settings) => {
        const { people } = catalog.accounts
        const { id } = getAccount(who, catalog)
        if (options.authenticator === true) await people.removeAuthenticator(CLI, id)
        await handOver(await people.makeLink(CLI, id), options.passwordStdin === true, catalog, settings)
      })
    })

  for (const what of ['disable', 'enable'] as const)
    user
      .command(what)
      .description(text[what])
      .argument('<who>', text.who)
      .action(async (who: string, _options, command: Command) => {
        await session.withCatalog(session.existingFolder(command.optsWithGlobals<GlobalOptions>()), async (catalog) => {
          const { name } = await catalog.accounts.people[what](CLI, getAccount(who, catalog).id)
          terminal.print(what === 'disable' ? text.disabled(name) : text.enabled(name))
        })
      })

  withRoleOptions(user.command('role').description(text.role).argument('<who>', text.who), text)
    .option('--take', text.take)
    .action(async (who: string, _options, command: Command) => {
      const options = command.optsWithGlobals<RoleCommandOptions>()
      await session.withCatalog(session.existingFolder(options), async (catalog) => {
        const { id, memberships } = getAccount(who, catalog)
        const role = readRole(options, catalog)
        const others = memberships.filter((one) => JSON.stringify(one) !== JSON.stringify(role))
        const after = options.take === true ? others : [...others, role]
        printRoles(await catalog.accounts.people.setMemberships(CLI, id, after), catalog)
      })
    })
}
