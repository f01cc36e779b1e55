import { formatPack } from '../../catalog/packs/pack-words.js'
import type { Variant } from '../../catalog/product.js'
import type { Language } from '../../catalog/text.js'

/** How a producer and the office call a pack: by its name where it has one, else by its size. */
export const packName = ({ name, packSize }: Pick<Variant, 'name' | 'packSize'>, language: Language): string =>
  name?.vi ?? formatPack(packSize, language)
