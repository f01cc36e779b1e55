/** A module as it is shipped: what starts threads or processes finds them beside itself in `dist`. */
export const built = (module: string): Promise<unknown> => import(new URL(`../../dist/${module}`, import.meta.url).href)
