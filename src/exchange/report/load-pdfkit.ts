import { loadOptional } from '../../catalog/load-optional.js'

/** PDF is an option of the package: who does not print needs not install it. */
export const loadPdfKit = async () => (await loadOptional('pdfkit', () => import('pdfkit'))).default
