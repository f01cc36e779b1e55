import { withRoom } from '../index/room.js'

/** Texts one after the other as UTF-16 units: handed to another thread without a copy, and every text comes back as it was. */
export interface TextColumn {
  readonly units: Uint16Array
  /** By text: where it ends. */
  readonly ends: Uint32Array
}

/** More at once than this is too many arguments for one call. */
const CHUNK = 4096

export function toTextColumn(texts: readonly string[]): TextColumn {
  const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0))
  let ends: Uint32Array = new Uint32Array(0)
  let at = 0
  texts.forEach((text, i) => {
    for (let j = 0; j < text.length; j++) units[at++] = text.charCodeAt(j)
    ends = withRoom(ends, i + 1)
    ends[i] = at
  })
  return { units, ends: ends.slice(0, texts.length) }
}

/** Without a list of arguments in between, as spreading makes one. */
const fromUnits = (units: Uint16Array): string => Reflect.apply(String.fromCharCode, null, units) as string

export function textAt({ units, ends }: TextColumn, i: number): string {
  const end = ends[i] ?? 0
  let text = ''
  for (let from = i === 0 ? 0 : (ends[i - 1] ?? 0); from < end; from += CHUNK)
    text += fromUnits(units.subarray(from, Math.min(end, from + CHUNK)))
  return text
}
