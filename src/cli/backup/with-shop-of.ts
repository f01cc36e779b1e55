import { workingsOf, type Workings } from '../../site/workings.js'

/** Opens a shop with a folder in which a backup was laid down, for as long as `work` takes. */
export async function withShopOf<T>(folder: string, work: (workings: Workings) => Promise<T>): Promise<T> {
  const { createCatalog } = await import('../../create-catalog.js')
  const catalog = await createCatalog({ folder, onWarning: () => undefined })
  try {
    return await work(workingsOf(catalog))
  } finally {
    await catalog.close()
  }
}
