import { withAliases } from './aliases.js'
import { nameKey, toWords } from './names.js'
import { readKind, type UnitKind } from './unit-kinds.js'

/** A name as it may be meant, and the key to look it up by. */
interface NameReading {
  readonly words: readonly string[]
  readonly key: string
}

/** One part of a written place, such as "huyện Bến Lức". */
export interface PlacePart {
  /** What the part says it is; several for "TP.", none when it does not say. */
  readonly kinds: readonly UnitKind[]
  readonly readings: readonly NameReading[]
}

/** The parts of a written place, smallest first: "xã Phước Lợi, huyện Bến Lức" has two. */
export const readParts = (text: string): readonly PlacePart[] =>
  text
    .split(/[,;()\n]/)
    .map(toWords)
    .filter((words) => words.length > 0)
    .map((words) => {
      const { kinds, rest } = readKind(words) ?? { kinds: [], rest: words }
      return {
        kinds,
        readings: withAliases(rest).map((reading) => ({ words: reading, key: nameKey(reading.join(' ')) })),
      }
    })

export const partNames = (part: PlacePart, name: string): boolean =>
  part.readings.some(({ key }) => key === nameKey(name))
