/** A single module as it is compiled: what starts threads or processes finds them beside itself in `build`. */
export const built = (module: string): Promise<unknown> =>
  import(new URL(`../../build/${module}`, import.meta.url).href)
