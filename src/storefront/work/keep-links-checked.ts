import { setTimeout as pause } from 'node:timers/promises'
import { mannersOf, type Contact } from '../../links/manners.js'
import type { Catalog } from '../../site/catalog.js'

const HOUR = 3_600_000
/** A start is not the moment for it; and a shop that is started again and again asks nobody again and again. */
const FIRST = 60_000
/** Addresses of one round; the rest is due in the next one. */
const ROUND = 200

/**
 * Checks the links that are due, a round every hour and when somebody asks for one, while the shop is open; of several
 * processes one visits an address. Only where the shop says how it is reached: who asks others must be one whom they can
 * ask.
 *
 * @returns how to stop; it settles once the request under way has ended.
 */
export function keepLinksChecked(
  catalog: Catalog,
  contact: Contact,
  onError: (error: unknown) => void,
): () => Promise<void> {
  if (contact.reach === undefined && contact.baseUrl === undefined) return () => Promise.resolve()
  const stop = new AbortController()
  const { signal } = stop
  const manners = mannersOf(contact)
  let isAsked = false
  let call = new AbortController()
  const forget = catalog.links.onAsked(() => {
    isAsked = true
    call.abort()
  })
  const rounds = async (): Promise<void> => {
    for (let wait = FIRST; ; wait = HOUR) {
      call = new AbortController()
      const until = { ref: false, signal: AbortSignal.any([signal, call.signal]) }
      if (!isAsked) await pause(wait, null, until).catch(() => null)
      isAsked = false
      if (signal.aborted) return
      const { checkLinks } = await import('../../links/check-links.js')
      await checkLinks(catalog.links.due({ limit: ROUND }), {
        manners,
        signal,
        mayVisit: ({ id }) => catalog.links.claim(id),
        onChecked: (checked) => catalog.links.record([checked]),
      }).catch(onError)
    }
  }
  const running = rounds()
  return () => {
    forget()
    stop.abort()
    return running
  }
}
