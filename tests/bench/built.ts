import { fileURLToPath } from 'node:url'
import type * as library from '../../src/index.js'
import type * as storefront from '../../src/storefront/index.js'

/**
 * The package as it is built and shipped, with the types of its source. Not the source itself: the loader that runs
 * TypeScript here names every function anew each time one is made, and that would be measured too.
 */
const built = (module: string): Promise<unknown> => import(new URL(`../../dist/${module}`, import.meta.url).href)

export const { createCatalog, fold } = (await built('index.js')) as typeof library
export const { createStorefront } = (await built('storefront/index.js')) as typeof storefront

/** The command `ocop`. */
export const OCOP = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
