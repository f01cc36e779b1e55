import { BlockList, isIP } from 'node:net'
import { CatalogError } from '../catalog/errors.js'

/** Whom a request may reach beyond the open Internet. */
export interface AddressRule {
  /**
   * Host names and addresses, as they stand in a URL, that may be asked although they lie inside, and without TLS: a
   * program of the office's own network. Default: none.
   */
  readonly insideHosts?: readonly string[] | undefined
  /** Schemes besides `https:`. Default: none. */
  readonly alsoHttp?: boolean | undefined
}

/** Not the open Internet, by IANA's registries of special-purpose addresses. */
const INSIDE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Within 2000::/3: what is special, and what carries an IPv4 address along (Teredo, 6to4). */
const INSIDE_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const inside = new BlockList()
for (const [network, prefix] of INSIDE_V4) inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of INSIDE_V6) inside.addSubnet(network, prefix, 'ipv6')
const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')

/** True for an IP address of the open Internet; false for loopback, private, link-local and other special ones, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inside.check(address, 'ipv4')
    case 6:
      return globalV6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
    default:
      return false
  }
}

const refused = (url: string, why: string, whyEn: string): CatalogError =>
  new CatalogError('ADDRESS_REFUSED', { details: { url: url.slice(0, 200), why, whyEn } })

/** The host of a URL, without the brackets around an IPv6 address and the dot that may end a name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase()

export const isInsideHost = (url: URL, { insideHosts = [] }: AddressRule): boolean =>
  insideHosts.some((host) => host.toLowerCase() === hostOf(url))

/**
 * Checks an address that somebody wrote, before anything is asked: the scheme, no user name in it, no address of the
 * inside written out. What a host name leads to is looked at when it is connected to; see {@link ask}.
 *
 * @throws {CatalogError} `ADDRESS_REFUSED`
 */
export function requireSafeAddress(address: string, rule: AddressRule = {}): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url) throw refused(address, 'không phải địa chỉ web', 'this is no web address')
  const isInside = isInsideHost(url, rule)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (isInside || rule.alsoHttp)))
    throw refused(address, 'phải bắt đầu bằng https://', 'it must begin with https://')
  if (url.username || url.password)
    throw refused(address, 'không được có tên đăng nhập trong địa chỉ', 'it must hold no user name or password')
  if (isInside) return url
  const host = hostOf(url)
  const isNamedInside = host === 'localhost' || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host)
  if (isNamedInside || (isIP(host) !== 0 && !isPublicAddress(host)) || !host.includes(host.includes(':') ? ':' : '.'))
    throw refused(address, 'địa chỉ nằm trong mạng nội bộ', 'it lies inside the own network')
  return url
}

/** The error for a host name that leads inside. */
export const leadsInside = (url: URL): CatalogError =>
  refused(url.href, 'tên miền này dẫn vào mạng nội bộ', 'its host name leads inside the own network')
