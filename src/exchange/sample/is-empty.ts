import type { Catalog } from '../../site/catalog.js'

/** True while a catalog holds nothing that a sample could get mixed up with. */
export const isEmpty = ({ state }: Catalog): boolean =>
  state.all('products').length === 0 && state.all('producers').length === 0
