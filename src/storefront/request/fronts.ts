/** The parts of the site for people who sign in. Everything else is the shop, which is the same for everyone. */
export type Front = 'account' | 'office' | 'producer'

const FRONTS: readonly Front[] = ['account', 'office', 'producer']

/** The front to which a path within the site belongs: `/office/accounts` to the office, `/producers` to none. */
export const frontOfPath = (path: string): Front | null =>
  FRONTS.find((front) => path === `/${front}` || path.startsWith(`/${front}/`)) ?? null
