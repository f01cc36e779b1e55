import type { Mailer, Outbound } from '../catalog/ports/outbound.js'
import { CatalogError } from '../catalog/errors.js'
import { ask } from './ask.js'
import { keepFile } from './keep-file.js'
import { createPushSealer } from './push-sealer.js'
import { requireSafeAddress, type AddressRule } from './safe-address.js'

/** How long a receiver of a webhook may take to answer. */
const POST_MS = 15_000
/** How long a file of another site may take to arrive. */
const FETCH_MS = 120_000

interface OutboundOptions extends Pick<AddressRule, 'insideHosts'> {
  readonly mailer?: Mailer | undefined
  readonly reportFolder?: string | undefined
}

/** The shop's ways to other machines. */
export function createOutbound({ mailer, insideHosts, reportFolder }: OutboundOptions): Outbound {
  return {
    mailer: mailer ?? null,
    pushSealer: createPushSealer(),
    keepReport: reportFolder === undefined ? null : (name, content) => keepFile(reportFolder, name, content),
    checkAddress: (url) => void requireSafeAddress(url, { insideHosts }),
    post: async (url, headers, body) => {
      const { status } = await ask(url, { method: 'POST', headers, body, timeout: POST_MS, insideHosts })
      return { status }
    },
    fetch: async (url, maxBytes, signal) => {
      const { status, body, isWhole } = await ask(url, { timeout: FETCH_MS, maxBytes, insideHosts, signal })
      if (status === 200 && isWhole) return body
      const why = status === 200 ? `> ${maxBytes} B` : `HTTP ${status}`
      throw new CatalogError('NO_ANSWER', { details: { host: new URL(url).host, why } })
    },
  }
}
