import type { Command } from 'commander'
import { loadAtOnce } from './load-at-once.js'
import type { Session } from './session.js'

type AddCommand = (program: Command, session: Session) => void

/** Every command, in the order in which the help lists them. One that is not asked for is not loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./init.js')).addInit,
  serve: async () => {
    loadAtOnce(new URL('./serve/serve.js', import.meta.url))
    return (await import('./serve/serve.js')).addServe
  },
  import: async () => (await import('./import/import.js')).addImport,
  template: async () => (await import('./template.js')).addTemplate,
  export: async () => (await import('./export.js')).addExport,
  exchange: async () => (await import('./exchange/exchange.js')).addExchange,
  report: async () => (await import('./report/report.js')).addReport,
  schedule: async () => (await import('./serve/schedule.js')).addSchedule,
  search: async () => (await import('./search/search.js')).addSearch,
  synonyms: async () => (await import('./search/synonyms.js')).addSynonyms,
  recount: async () => (await import('./verify/recount.js')).addRecount,
  verify: async () => (await import('./verify/verify.js')).addVerify,
  links: async () => (await import('./links.js')).addLinks,
  privacy: async () => (await import('./privacy.js')).addPrivacy,
  backup: async () => (await import('./backup/backup.js')).addBackup,
  restore: async () => (await import('./backup/backup.js')).addRestore,
  compact: async () => (await import('./backup/compact.js')).addCompact,
  migrate: async () => (await import('./backup/migrate.js')).addMigrate,
  schema: async () => (await import('./schema.js')).addSchema,
  user: async () => (await import('./user/user.js')).addUser,
  'api-key': async () => (await import('./api-key/api-key.js')).addApiKey,
  webhook: async () => (await import('./webhook/webhook.js')).addWebhook,
}

/** Options before the command that are followed by a value. */
const WITH_VALUE = ['--data', '--lang']

/** The first typed word that is neither an option nor the value of one. */
function findCommandName(argv: readonly string[]): string | null {
  const index = argv.findIndex((word, at) => !word.startsWith('-') && !WITH_VALUE.includes(argv[at - 1] ?? ''))
  return argv[index] ?? null
}

/** What adds the command that was typed; where it is none, as for the help, what adds each of them. */
export function loadCommands(argv: readonly string[]): Promise<readonly AddCommand[]> {
  const name = findCommandName(argv)
  const asked = Object.entries(COMMANDS).filter(([known]) => known === name)
  return Promise.all((asked.length > 0 ? asked : Object.entries(COMMANDS)).map(([, load]) => load()))
}
