/** What an attacker does: floods of requests, and connections that are only held. */
export const ATTACKS = [
  'addresses that no page has',
  'wrong passwords',
  'look-ups of order codes',
  'long searches that nobody made before',
  'bodies of 10 MB',
  'headers that drip',
  'bodies that drip',
  'connections that say nothing',
] as const
export type Attack = (typeof ATTACKS)[number]
