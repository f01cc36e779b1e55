import { fileURLToPath } from 'node:url'
import type * as library from '../../src/index.js'
import type * as storefront from '../../src/storefront/index.js'
import { built } from '../support/built.js'

/**
 * The package as it is built and shipped, with the types of its source. Not the source itself: the loader that runs
 * TypeScript here names every function anew each time one is made, and that would be measured too.
 */
export const { createCatalog, fold } = (await built('index.js')) as typeof library
export const { createStorefront } = (await built('storefront/index.js')) as typeof storefront

/** The command `ocop`. */
export const OCOP = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
