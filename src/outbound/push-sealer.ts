import { createRequire } from 'node:module'
import type { PushSealer } from '../catalog/ports/outbound.js'

/** How long a push service keeps a notice for a device that is off, in seconds: an order of the day before is known. */
const KEPT_S = 24 * 3_600

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('web-push')
    return true
  } catch {
    return false
  }
}

/** Web push as RFC 8291 and 8292 write it, by the optional package `web-push`; null without it. */
export function createPushSealer(): PushSealer | null {
  if (!isInstalled()) return null
  const load = async () => (await import('web-push')).default
  return {
    newKeys: async () => (await load()).generateVAPIDKeys(),
    async seal({ subscription: { endpoint, p256dh, auth }, keys, contact, payload }) {
      const webPush = await load()
      const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject: contact, ...keys },
        TTL: KEPT_S,
        urgency: 'high',
      })
      const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
      return { headers: Object.fromEntries(lower) as Record<string, string>, body }
    },
  }
}
