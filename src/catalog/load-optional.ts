import { CatalogError } from './errors.js'

/**
 * Loads a package that a shop may do without, or what rests on it, when it is first needed.
 *
 * @throws {CatalogError} `NOT_INSTALLED`, which says how to install it.
 */
export async function loadOptional<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'
    if (!isMissing || !(error as Error).message.includes(`'${name}'`)) throw error
    throw new CatalogError('NOT_INSTALLED', { details: { package: name }, cause: error })
  }
}
