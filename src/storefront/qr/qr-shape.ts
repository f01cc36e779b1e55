/** Every code of the shop: read with 15 % of it dirty, and with the white border of four modules that scanners need (ISO/IEC 18004). */
export const QR = { ecc: 'M', border: 4 } as const
