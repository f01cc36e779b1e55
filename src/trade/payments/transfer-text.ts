const MARK = 'OCOP'

/** One producer's share of an order, as a transfer names it. */
export interface ShareReference {
  readonly code: string
  /** The place of the share in the order, from 0. */
  readonly index: number
}

/**
 * The text by which a transfer is known: `OCOP 7K2M9QX4TB 01`, the order's code without its hyphen and the number of the
 * share. Eighteen plain characters, since banks pass on 19 to 25 of them and fold or drop the rest.
 */
export const transferText = ({ code, index }: ShareReference): string =>
  `${MARK} ${code.replace(/[^0-9A-Z]/g, '')} ${String(index + 1).padStart(2, '0')}`

/** Letters and digits as banks leave them; what stands between the parts may be gone or be anything but these. */
const WRITTEN = /OCOP[^0-9A-Z]*([0-9A-Z]{5})[^0-9A-Z]*([0-9A-Z]{5})[^0-9A-Z]*(\d{2})/

/** Finds the share that the text of a bank's notice names, with whatever the banks put around it; null when there is none. */
export function readTransferText(text: string): ShareReference | null {
  const [, first, second, number] = WRITTEN.exec(text.normalize('NFKC').toUpperCase()) ?? []
  const index = Number(number) - 1
  return first !== undefined && second !== undefined && index >= 0 ? { code: `${first}-${second}`, index } : null
}
