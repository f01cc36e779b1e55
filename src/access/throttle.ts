import type { ThrottleRule } from '../catalog/ports/throttle.js'

const MINUTE = 60_000

/**
 * By account, since one account may be tried from many addresses; by known device of the account, so that the owner is
 * not shut out by others; by address, since many accounts may be tried from one. Villages share an address behind their
 * carrier, so much is free there.
 */
export const SIGN_IN_RULES = {
  account: { free: 5, firstWait: 2_000, longestWait: 15 * MINUTE, forget: 60 * MINUTE, since: 'last' },
  device: { free: 8, firstWait: 2_000, longestWait: 5 * MINUTE, forget: 30 * MINUTE, since: 'last' },
  address: { free: 30, firstWait: 5_000, longestWait: 15 * MINUTE, forget: 30 * MINUTE, since: 'last' },
} as const satisfies Record<string, ThrottleRule>
