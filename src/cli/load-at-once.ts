import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/**
 * Loads a module and all that it imports in one go, without a pause for each file: a shop that opens reads a thousand.
 * Whoever imports it later gets the same. Where Node cannot do so (before 22.12, but for 20.19), nothing is
 * loaded ahead. None of the modules may wait at its top level.
 *
 * @param file From this folder, such as `./serve/serve.js`.
 */
export function loadAtOnce(file: string): void {
  if (import.meta.url.endsWith('.js') && process.features.require_module) load(file)
}
