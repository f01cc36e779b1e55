import type { Product } from '../../catalog/product.js'
import type { Language } from '../../catalog/text.js'
import { toQuery } from '../links.js'

/** The path of the picture beside a shared link; it changes when the product does. */
export const sharePicturePath = ({ slug, version }: Product, language: Language): string =>
  `/share/${slug}.png?${toQuery({ v: version, lang: language === 'en' ? 'en' : null })}`
