import type { Front } from '../request/fronts.js'
import type { Route } from '../route.js'
import { shopRoutes } from '../routes.js'

/** The addresses of each front, loaded when they are needed. */
export const FRONT_ROUTES: Readonly<Record<Front, () => Promise<readonly Route[]>>> = {
  account: async () => (await import('../account/routes.js')).accountRoutes,
  producer: async () => (await import('../producer/routes.js')).producerRoutes,
  office: async () => (await import('../office/routes.js')).officeRoutes,
}

/** Every address of the storefront. */
export async function allRoutes(): Promise<readonly Route[]> {
  const fronts = await Promise.all(Object.values(FRONT_ROUTES).map((load) => load()))
  return [...shopRoutes, ...fronts.flat()]
}
