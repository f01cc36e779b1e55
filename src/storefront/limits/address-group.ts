import { isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i
const GROUPS = 8
/** The bits of an IPv6 address that providers give to one customer, in groups of 16: 56 bits are three and a half. */
const WHOLE_GROUPS = 3

/** The eight groups of an IPv6 address, written out. */
function groupsOf(address: string): number[] {
  // Browsers' own reading brings every spelling, with dots or zeros, to one.
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [before = '', after] = canonical.split('::')
  const toNumbers = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)))
  const [left, right] = [toNumbers(before), toNumbers(after ?? '')]
  return [...left, ...Array<number>(GROUPS - left.length - right.length).fill(0), ...right]
}

/** What counts as one address: an IPv4 address, or an IPv6 network of 56 bits, as providers give them out. */
export function addressGroup(address: string): string {
  const plain = MAPPED.exec(address)?.[1] ?? address.split('%')[0] ?? ''
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  return [...groups.slice(0, WHOLE_GROUPS), (groups[WHOLE_GROUPS] ?? 0) >> 8]
    .map((group) => group.toString(16))
    .join(':')
}
