const POLYNOMIAL = 0x1021

/**
 * CRC-16/CCITT-FALSE of ASCII text: start 0xFFFF, no reflection, no final xor, as EMVCo payment codes end with it.
 *
 * @returns Four upper-case hexadecimal digits.
 */
export function crc16(text: string): string {
  let crc = 0xffff
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc & 0x8000 ? (crc << 1) ^ POLYNOMIAL : crc << 1) & 0xffff) >>> 0
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
