import { Argument, Option, type Command } from 'commander'
import { system } from '../../access/actor.js'
import type { SynonymRule } from '../../catalog/office/synonym-rule.js'
import type { Language } from '../../catalog/text.js'
import type { SynonymEffect } from '../../search/synonym-preview.js'
import type { Catalog } from '../../site/catalog.js'
import type { GlobalOptions, Session } from '../session.js'
import { synonymWords } from './synonym-words.js'
import { tableLines } from '../table.js'
import { repeated } from '../repeated.js'

interface RuleOptions extends GlobalOptions {
  readonly means: readonly string[]
  readonly oneWay?: boolean
  readonly notIn?: readonly string[]
  readonly note?: string
  readonly query?: readonly string[]
}

const CLI = system('ocop synonyms')
const SHOWN = 3

const toDraft = (words: readonly string[], { means, oneWay, notIn, note }: RuleOptions) => ({
  words: [...words],
  means: [...means],
  direction: oneWay ? ('oneWay' as const) : ('both' as const),
  notIn: [...(notIn ?? [])],
  note,
  status: 'used' as const,
})

const arrow = ({ words, means, direction }: Pick<SynonymRule, 'words' | 'means' | 'direction'>): string =>
  `${words.join(', ')} ${direction === 'both' ? '↔' : '→'} ${means.join(', ')}`

/** A query with what would change in its answer. */
function effectLines(
  { text, before, after, ...effect }: SynonymEffect,
  catalog: Catalog,
  language: Language,
): string[] {
  const say = synonymWords[language]
  const names = (ids: readonly SynonymEffect['appeared'][number][]): string =>
    ids
      .slice(0, SHOWN)
      .map((id) => catalog.state.get('products', id).name.vi)
      .join('; ') + (ids.length > SHOWN ? ` … (${ids.length})` : '')
  return [
    say.effect(text, before, after),
    ...(effect.appeared.length > 0 ? [`  ${say.appeared} ${names(effect.appeared)}`] : []),
    ...(effect.vanished.length > 0 ? [`  ${say.vanished} ${names(effect.vanished)}`] : []),
    ...(effect.moved.length > 0 ? [`  ${say.moved(effect.moved.length)}`] : []),
  ]
}

export function addSynonyms(program: Command, session: Session): void {
  const { terminal } = session
  const { language } = terminal
  const say = synonymWords[language]
  const synonyms = program.command('synonyms').description(say.about).helpCommand(false)
  const run = (command: Command, work: (catalog: Catalog) => Promise<void> | void): Promise<void> =>
    session.withCatalog(session.existingFolder(command.optsWithGlobals<GlobalOptions>()), work)

  const takingRule = (name: string, about: string): Command =>
    synonyms
      .command(name)
      .description(about)
      .addArgument(new Argument('<words...>', say.words))
      .addOption(new Option('--means <words>', say.means).argParser(repeated).makeOptionMandatory())
      .option('--one-way', say.oneWay)
      .addOption(new Option('--not-in <words>', say.notIn).argParser(repeated))

  synonyms
    .command('list')
    .description(say.list)
    .action((_options, command: Command) =>
      run(command, (catalog) => {
        const rows = catalog.synonyms
          .list(CLI)
          .map((rule) => [rule.id, arrow(rule), rule.notIn.join(', ') || '–', say.states[rule.status], rule.note ?? ''])
        if (rows.length === 0) terminal.print(say.none)
        const columns = say.headings.map((heading) => ({ heading }))
        if (rows.length > 0) for (const line of tableLines(columns, rows)) terminal.print(line)
      }),
    )

  takingRule('add', say.add)
    .option('--note <text>', say.note)
    .action((words: string[], _options, command: Command) =>
      run(command, async (catalog) => {
        const rule = await catalog.synonyms.save(CLI, toDraft(words, command.optsWithGlobals<RuleOptions>()))
        terminal.print(say.added(rule.id, arrow(rule)))
      }),
    )

  takingRule('preview', say.preview)
    .addOption(new Option('--query <text>', say.query).argParser(repeated))
    .action((words: string[], _options, command: Command) =>
      run(command, (catalog) => {
        const options = command.optsWithGlobals<RuleOptions>()
        for (const effect of catalog.synonyms.preview(CLI, toDraft(words, options), options.query))
          for (const line of effectLines(effect, catalog, language)) terminal.print(line)
      }),
    )

  synonyms
    .command('remove')
    .description(say.remove)
    .addArgument(new Argument('<id>', say.id))
    .action((id: string, _options, command: Command) =>
      run(command, async (catalog) => {
        terminal.print(say.removed(arrow(await catalog.synonyms.remove(CLI, id))))
      }),
    )
}
