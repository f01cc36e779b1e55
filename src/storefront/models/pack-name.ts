import { formatPack } from '../../catalog/packs/pack-words.js'
import type { Variant } from '../../catalog/product.js'
import type { Language } from '../../catalog/text.js'
import { formatWholePack } from '../format.js'

type Pack = Pick<Variant, 'name' | 'packSize'>

/** How a producer and the office call a pack: by its name where it has one, else by its size. */
export const packName = ({ name, packSize }: Pack, language: Language): string =>
  name?.vi ?? formatPack(packSize, language)

/** The same in a row of a page, where a number stays with its unit. */
export const rowPackName = ({ name, packSize }: Pack, language: Language): string =>
  name?.vi ?? formatWholePack(packSize, language)
