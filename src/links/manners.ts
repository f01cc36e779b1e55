import type { Asking } from '../outbound/ask.js'

/** How the checker behaves towards the sites that it asks. */
export interface Manners {
  /** The name under which robots.txt may speak to it. */
  readonly robotName: string
  readonly asking: Asking
  /** Seconds between two requests to one host, when the host asks for no more. */
  readonly delay: number
}

export interface Contact {
  /** The shop's own public address. */
  readonly baseUrl?: string | undefined
  /** Whom a platform's people can write to or call. */
  readonly reach?: string | undefined
}

/** Words for a header: printable ASCII. */
const plain = (text: string): string => text.replace(/[^\x21-\x7e ]/g, '').slice(0, 200)

const ROBOT = 'ocop-catalog'
const DELAY = 5
const TIMEOUT = 20_000
const PAGE_BYTES = 1024 * 1024

/**
 * Manners of a checker that says who it is: its name, the shop that it works for, and how to reach its people.
 *
 * @param insideHosts - Hosts of the own network that may be asked; none by default.
 */
export function mannersOf(
  { baseUrl, reach }: Contact,
  { delay = DELAY, insideHosts = [] }: { readonly delay?: number; readonly insideHosts?: readonly string[] } = {},
): Manners {
  const about = [baseUrl === undefined ? '' : `+${baseUrl}`, reach ?? ''].filter(Boolean).map(plain).join('; ')
  const agent = `${ROBOT}-links/1${about === '' ? '' : ` (${about})`}`
  return {
    robotName: ROBOT,
    delay,
    asking: {
      alsoHttp: true,
      insideHosts,
      timeout: TIMEOUT,
      maxBytes: PAGE_BYTES,
      headers: { 'user-agent': agent, accept: 'text/html,application/xhtml+xml' },
    },
  }
}
