import { CatalogError } from '../../catalog/errors.js'

/** PDF is an option of the package: who does not print needs not install it. */
export async function loadPdfKit() {
  try {
    return (await import('pdfkit')).default
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new CatalogError('NOT_INSTALLED', { details: { package: 'pdfkit' }, cause: error })
  }
}
