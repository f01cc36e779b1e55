import { endianness } from 'node:os'
import { crc32 } from 'node:zlib'
import * as z from 'zod'
import type { OpenFile } from '../disk/files.js'

/** The name of the index within the store's folder. */
export const TRADE_INDEX = 'trade.index'

/** Raised when blocks change their meaning: an index of another format is not read, but made anew. */
const INDEX_FORMAT = 2

/** The first block says whose index this is, and how its keys are hashed. */
const Head = z.object({
  format: z.literal(INDEX_FORMAT),
  endianness: z.literal(endianness()),
  site: z.string(),
  seed: z.int(),
})
export type Head = z.infer<typeof Head>

/** What a block says of the piece of the journal that it stands for; the digests of its lines are its words. */
export const Summary = z.object({
  file: z.string(),
  /** Bytes of the files before. */
  base: z.int(),
  /** The piece of the file, in bytes: up to where a commit ends. */
  from: z.int(),
  length: z.int(),
  /** Of the whole file up to there: its lines, the checksum of the last one, and the CRC-32 of its bytes. */
  lines: z.int(),
  checksum: z.string(),
  crc: z.int(),
  /** The revisions of its first and last commit. */
  first: z.int(),
  last: z.int(),
  /** How many orders and ledger entries it adds: whoever takes them in makes room for all at once. */
  orders: z.int(),
  entries: z.int(),
  /** By how much the levels of stock have changed. */
  stock: z.array(z.tuple([z.string(), z.int()])),
  /** Texts that its words name for the first time. */
  names: z.array(z.string()),
})
export type Summary = z.infer<typeof Summary>

/** Four words before each block: a mark, the bytes of its JSON and of its words, and the checksum of both. */
const FRAME = 16
const CHECKSUM = 12
const MARK = 0x4f434f50
const LONGEST = 2 ** 30
const NO_WORDS = new Uint8Array(0)

export function toBlock(content: unknown, words: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify(content))
  // Words are read in place, so they begin at a place that four divides.
  const text = Buffer.concat([json, Buffer.alloc(-json.length & 3, ' ')])
  const block = Buffer.alloc(FRAME + text.length + words.length)
  text.copy(block, FRAME)
  block.set(words, FRAME + text.length)
  ;[MARK, text.length, words.length, crc32(block.subarray(FRAME))].forEach((value, index) =>
    block.writeUInt32LE(value, index * 4),
  )
  return block
}

export const toHeadBlock = (site: string, seed: number): Buffer =>
  toBlock({ format: INDEX_FORMAT, endianness: endianness(), site, seed } satisfies Head, NO_WORDS)

export interface Block {
  /** Where it begins and ends in the file. */
  readonly start: number
  readonly end: number
  readonly content: unknown
  readonly words: Uint32Array
  readonly checksum: number
}

/** The checksum of a block that is in memory. */
export const blockChecksum = (block: Buffer): number => block.readUInt32LE(CHECKSUM)

/** Memory for one block after the other. */
class Room {
  #bytes = Buffer.alloc(0)

  /** At least so many bytes; what was in them before is gone. */
  take(length: number): Buffer {
    if (this.#bytes.length < length) this.#bytes = Buffer.allocUnsafeSlow(Math.ceil(length * 1.25))
    return this.#bytes
  }
}

/** The block at a place; null when there is none that is as it was written. */
async function readBlock(file: OpenFile, start: number, room: Room): Promise<Block | null> {
  const frame = await file.read(FRAME, start)
  if (frame.length < FRAME || frame.readUInt32LE(0) !== MARK) return null
  const [textLength, wordLength] = [frame.readUInt32LE(4), frame.readUInt32LE(8)]
  if (textLength > LONGEST || wordLength > LONGEST || start + FRAME + textLength + wordLength > (await file.size()))
    return null
  const body = await file.read(textLength + wordLength, start + FRAME, room.take(textLength + wordLength))
  if (body.length < textLength + wordLength || crc32(body) !== frame.readUInt32LE(CHECKSUM)) return null
  return {
    start,
    end: start + FRAME + body.length,
    content: JSON.parse(body.toString('utf8', 0, textLength)) as unknown,
    words: toWords(body.subarray(textLength)),
    checksum: frame.readUInt32LE(CHECKSUM),
  }
}

/** In place where they begin at a place that four divides, as they do in blocks of this format. */
const toWords = (bytes: Buffer): Uint32Array => {
  const length = Math.floor(bytes.length / Uint32Array.BYTES_PER_ELEMENT)
  if (bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, length)
  return new Uint32Array(new Uint8Array(bytes).buffer, 0, length)
}

/** Null when the file is no index of this site that this version can read. */
export async function readHead(file: OpenFile, site: string): Promise<(Head & { readonly end: number }) | null> {
  const block = await readBlock(file, 0, new Room())
  const head = block && Head.safeParse(block.content).data
  return head?.site === site ? { ...head, end: block?.end ?? 0 } : null
}

export interface SummarizedBlock extends Omit<Block, 'content'> {
  readonly summary: Summary
}

/** The blocks after the head, as far as they are as they were written. The words of one are gone with the next. */
export async function* readBlocks(file: OpenFile, from: number): AsyncGenerator<SummarizedBlock> {
  const room = new Room()
  for (let place = from; ;) {
    const block = await readBlock(file, place, room)
    const summary = block && Summary.safeParse(block.content).data
    if (!block || !summary) return
    const { start, end, words, checksum } = block
    yield { start, end, words, checksum, summary }
    place = end
  }
}
