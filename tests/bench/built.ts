import { fileURLToPath } from 'node:url'
import type * as library from '../../src/index.js'
import type * as messages from '../../src/cli/serve/messages.js'
import type * as phrase from '../../src/search/words/phrase.js'
import type * as search from '../../src/search/search-index.js'
import type * as synonyms from '../../src/search/synonyms.js'
import type * as synonymTable from '../../src/search/query/synonym-table.js'
import type * as buildIndex from '../../src/site/search/build-in-worker.js'
import type * as indexingTurns from '../../src/site/search/indexing-turns.js'
import type * as takeOverIndex from '../../src/site/search/take-over.js'
import type * as lowdb from '../../src/store/lowdb-store.js'
import type * as postgres from '../../src/store/postgres/index.js'
import type * as storefront from '../../src/storefront/index.js'
import { built } from '../support/built.js'

/**
 * The modules as they are compiled, one by one, with the types of their source; what is shipped holds the same ones in few
 * files. Not the source itself: the loader that runs TypeScript here names every function anew each time one is made, and
 * that would be measured too.
 */
export const { createCatalog, fold } = (await built('index.js')) as typeof library
export const { createStorefront } = (await built('storefront/index.js')) as typeof storefront
export const { messagesOf } = (await built('cli/serve/messages.js')) as typeof messages
export const { createSearchIndex } = (await built('search/search-index.js')) as typeof search
export const { buildInWorker } = (await built('site/search/build-in-worker.js')) as typeof buildIndex
export const { indexInTurns } = (await built('site/search/indexing-turns.js')) as typeof indexingTurns
export const { takeOver } = (await built('site/search/take-over.js')) as typeof takeOverIndex
export const { parseSynonyms } = (await built('search/synonyms.js')) as typeof synonyms
export const { SynonymTable } = (await built('search/query/synonym-table.js')) as typeof synonymTable
export const { toPhrase } = (await built('search/words/phrase.js')) as typeof phrase

export const { openLowdbStore } = (await built('store/lowdb-store.js')) as typeof lowdb
export const { openPostgresStore } = (await built('store/postgres/index.js')) as typeof postgres

/** The command `ocop`. */
export const OCOP = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
