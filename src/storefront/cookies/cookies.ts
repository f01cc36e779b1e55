/** A cookie that a reply sets. All are `SameSite=Lax`, bound to the shop's mount path or less, and `Secure` over https. */
export interface SetCookie {
  readonly name: string
  /** Null deletes it. */
  readonly value: string | null
  /** Seconds that it lives; for the browser's session when left out. */
  readonly maxAge?: number
  /** True when the page's own script may read it: for what is no secret, such as the number in the cart's badge. */
  readonly readable?: boolean
  /** True for a secret: its name gets the prefix that browsers guard; see `prefixed-cookies.ts`. */
  readonly prefixed?: boolean
  /** A path within the shop to which it is limited; the whole shop when left out. */
  readonly path?: string
}

/** Reads a `Cookie` header; of a name that comes twice the first counts, and what cannot be decoded is left out. */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const split = pair.indexOf('=')
    const name = pair.slice(0, split).trim()
    if (split < 1 || cookies.has(name)) continue
    try {
      cookies.set(name, decodeURIComponent(pair.slice(split + 1).trim()))
    } catch {
      continue
    }
  }
  return cookies
}
