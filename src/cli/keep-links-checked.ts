import { setTimeout as pause } from 'node:timers/promises'
import { mannersOf } from '../links/manners.js'
import type { Catalog } from '../site/catalog.js'
import { linkContact } from './link-contact.js'
import type { SiteSettings } from './site-settings.js'

const HOUR = 3_600_000
/** A start is not the moment for it; and a shop that is started again and again asks nobody again and again. */
const FIRST = 60_000
/** Addresses of one round; the rest is due in the next one. */
const ROUND = 200

/**
 * Checks the links that are due, a round every hour, while the shop is open. Only where the shop says how it is reached:
 * who asks others must be one whom they can ask.
 *
 * @returns how to stop; it settles once the request under way has ended.
 */
export function keepLinksChecked(
  catalog: Catalog,
  settings: SiteSettings,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const contact = linkContact(settings)
  if (contact.reach === undefined && contact.baseUrl === undefined) return () => Promise.resolve()
  const stop = new AbortController()
  const { signal } = stop
  const manners = mannersOf(contact)
  const rounds = async (): Promise<void> => {
    for (let wait = FIRST; ; wait = HOUR) {
      await pause(wait, null, { ref: false, signal }).catch(() => null)
      if (signal.aborted) return
      const { checkLinks } = await import('../links/check-links.js')
      const onChecked = (checked: Parameters<Catalog['links']['record']>[0][number]) => catalog.links.record([checked])
      await checkLinks(catalog.links.due({ limit: ROUND }), { manners, signal, onChecked }).catch(onError)
    }
  }
  const running = rounds()
  return () => {
    stop.abort()
    return running
  }
}
