import * as z from 'zod'
import { Bin } from './bank-account.js'

/** The shape of `data/vn-banks.json`. */
export const BanksFile = z.array(
  z.object({
    bin: Bin,
    shortName: z.string(),
    name: z.string(),
    /** 1 when transfers by VietQR reach the bank's accounts, 0 when they do not. */
    vietQRStatus: z.union([z.literal(0), z.literal(1)]),
  }),
)

export interface Bank {
  readonly bin: string
  readonly shortName: string
  readonly name: string
}

/** The banks of Vietnam that a VietQR code can pay into. */
export interface Banks {
  /** By short name. */
  list(): readonly Bank[]
  find(bin: string): Bank | null
}

export function createBanks(file: z.infer<typeof BanksFile>): Banks {
  const banks = file
    .filter(({ vietQRStatus }) => vietQRStatus === 1)
    .map(({ bin, shortName, name }): Bank => ({ bin, shortName, name }))
    .sort((a, b) => a.shortName.localeCompare(b.shortName, 'vi'))
  const byBin = new Map(banks.map((bank) => [bank.bin, bank]))
  return { list: () => banks, find: (bin) => byBin.get(bin) ?? null }
}
