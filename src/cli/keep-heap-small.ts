import { setFlagsFromString } from 'node:v8'

/**
 * How V8 lets its heap grow: by how many percent what is older before it looks what of it can be let go (0 leaves it to V8),
 * and how many times the room for young objects when much of what lies there stays.
 */
function setGrowth(older: number, young: number): void {
  setFlagsFromString(`--heap-growing-percent=${older}`)
  setFlagsFromString(`--semi-space-growth-factor=${young}`)
}

/**
 * Leaves the room for young objects as it is until `letHeapGrow` is called. Most of what a start makes stays, so V8 would take
 * all the room that there may be for it, and gives it back to the system late or not at all.
 */
export const keepYoungSmall = (): void => setGrowth(0, 1)

/** Has V8 collect more often, too: a start also makes much that it lets go of at once. */
export const keepHeapSmall = (): void => setGrowth(20, 1)

/** As V8 does by itself: the room for young objects grows with those who visit. */
export const letHeapGrow = (): void => setGrowth(0, 2)
