import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../access/actor.js'
import type { Catalog } from '../site/catalog.js'
import type { SiteSettings } from './site-settings.js'

const MINUTE = 60_000
/** How often a source is asked where `site.json` does not say it, in minutes. */
const EVERY = 60

/**
 * Asks the sources of the exchange for what is new while the shop is open: each once an hour, or as `site.json` says.
 *
 * @returns how to stop; what is under way is given up.
 */
export function keepSourcesPulled(
  catalog: Catalog,
  { exchangeMinutes = EVERY }: SiteSettings,
  onError: (error: unknown) => void,
): () => Promise<void> {
  if (exchangeMinutes === 0) return () => Promise.resolve()
  const stop = new AbortController()
  const { signal } = stop
  const rounds = async (): Promise<void> => {
    while (!signal.aborted) {
      if (catalog.exchange.sources().length > 0)
        await import('../exchange/bundle/pull-due.js')
          .then(({ pullDue }) => pullDue(catalog, system('ocop serve'), exchangeMinutes * MINUTE, signal))
          .catch((error: unknown) => {
            if (!signal.aborted) onError(error)
          })
      await pause(MINUTE, null, { ref: false, signal }).catch(() => null)
    }
  }
  const running = rounds()
  return () => {
    stop.abort()
    return running
  }
}
