import type { SearchDocument } from '../index-port.js'

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i])

/** True when only what is filtered and sorted by can differ: such a change leaves the words alone. */
export const sameText = (a: SearchDocument, b: SearchDocument): boolean =>
  a.name === b.name &&
  a.nameEn === b.nameEn &&
  a.producer === b.producer &&
  a.producerKind === b.producerKind &&
  a.description === b.description &&
  sameList(a.places, b.places) &&
  sameList(a.groupNames, b.groupNames)
