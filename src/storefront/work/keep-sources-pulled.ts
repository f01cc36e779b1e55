import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../../access/actor.js'
import type { Catalog } from '../../site/catalog.js'

const MINUTE = 60_000

/**
 * Asks the sources of the exchange for what is new while the shop is open.
 *
 * @param every - How often each is asked, in minutes; 0 for never.
 * @returns how to stop; what is under way is given up.
 */
export function keepSourcesPulled(
  catalog: Catalog,
  every: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  if (every === 0) return () => Promise.resolve()
  const stop = new AbortController()
  const { signal } = stop
  const rounds = async (): Promise<void> => {
    while (!signal.aborted) {
      if (catalog.exchange.sources().length > 0)
        await import('../../exchange/bundle/pull-due.js')
          .then(({ pullDue }) => pullDue(catalog, system('ocop serve'), every * MINUTE, signal))
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
