import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const load = createRequire(import.meta.url)

/**
 * Loads a module and all that it imports in one go, without a pause for each file: a shop that opens reads hundreds, most
 * of them of packages. Whoever imports it later gets the same. Where Node cannot do so (before 22.12, but for 20.19), nothing is
 * loaded ahead. None of the modules may wait at its top level.
 */
export function loadAtOnce(file: URL): void {
  if (import.meta.url.endsWith('.js') && process.features.require_module) load(fileURLToPath(file))
}
