import type { Adapter } from 'lowdb'
import * as z from 'zod'
import type { Sku } from '../../catalog/ids.js'
import { COLLECTION_NAMES, type CatalogCollection, type CatalogRecords } from '../../catalog/collections.js'
import { CatalogTables } from '../state/catalog-tables.js'
import type { Files } from '../disk/files.js'
import { FORMAT, refuseNewer } from '../journal/journal-lines.js'
import { parseLine, toLine } from '../disk/line.js'
import { readLines } from '../disk/read-lines.js'
import { replaceFile } from '../disk/replace-file.js'

const LINE_SIZE = 64 * 1024

const Head = z.object({
  format: z.int(),
  site: z.string(),
  revision: z.int(),
  position: z.object({ file: z.string(), length: z.int() }).nullable(),
})
type Slice = { readonly [C in CatalogCollection]?: readonly CatalogRecords[C][] } & {
  readonly stock?: readonly (readonly [Sku, number])[]
}

type Fields = Record<string, unknown>

/** A checkpoint that cannot be used. Nothing is lost by it: the journal holds all of it. */
export class UnreadableCheckpoint extends Error {
  override readonly name = 'UnreadableCheckpoint'
}

/**
 * lowdb's adapter for the catalog: `write` puts a checkpoint in the place of the one before, `read` gives it back.
 * A checkpoint saves the start of the store from reading the whole past of the catalog; it holds no orders.
 */
export class CheckpointAdapter implements Adapter<CatalogTables> {
  constructor(
    private readonly files: Files,
    private readonly path: string,
    private readonly site: string,
  ) {}

  /** Keeps the tables as they are at the call; what changes while the file is written is not in it. */
  async write(tables: CatalogTables): Promise<void> {
    const { revision, position } = tables
    const { records, stock } = tables.snapshot()
    const slices = function* (site: string): Generator<string> {
      yield toLine(JSON.stringify({ format: FORMAT, site, revision, position })).text
      let lines = 1
      for (const name of [...COLLECTION_NAMES, 'stock'] as const)
        for (const list of inSlices(name === 'stock' ? stock : records[name])) {
          yield toLine(`{"${name}":[${list}]}`).text
          lines += 1
        }
      yield toLine(JSON.stringify({ end: lines })).text
    }
    await replaceFile(this.files, this.path, slices(this.site))
  }

  /**
   * Null when there is no checkpoint.
   * @throws {UnreadableCheckpoint} when it is not whole, or another site's.
   * @throws {CatalogError} `STORE_NEWER`
   */
  async read(): Promise<CatalogTables | null> {
    const file = await this.files.open(this.path, 'read').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    })
    if (!file) return null
    try {
      const reading = new Reading(this.site)
      for await (const lines of readLines(file, 0, await file.size()))
        for (const { bytes } of lines) reading.line(bytes)
      return reading.finish()
    } finally {
      await file.close()
    }
  }
}

/** Items as JSON, joined, in texts of about the size of a line. */
function* inSlices(items: Iterable<unknown>): Generator<string> {
  let text = ''
  for (const item of items) {
    text += (text && ',') + JSON.stringify(item)
    if (text.length < LINE_SIZE) continue
    yield text
    text = ''
  }
  if (text) yield text
}

/** So many texts are known at once: a table of all that a catalog says would make starts longer. */
const KNOWN_TEXTS = 4096

/** What most records name others by, which were read before them. */
const REFERENCES = { producerId: 'producers', productId: 'products', platformId: 'platforms' } as const

const isReference = (name: string): name is keyof typeof REFERENCES => Object.hasOwn(REFERENCES, name)

/** Lets records that are read one after the other hold the very same text where they say the same, as many do. */
class SharedTexts {
  readonly #known = new Map<string, string>()

  constructor(private readonly tables: CatalogTables) {}

  shareIn(fields: object): void {
    const slots = fields as Fields
    for (const name of Object.keys(fields)) {
      const value = slots[name]
      if (typeof value === 'string') slots[name] = isReference(name) ? this.#idOf(name, value) : this.#share(value)
      else if (typeof value === 'object' && value !== null) this.shareIn(value)
    }
  }

  /** The unit of stock as the product names it. */
  skuOf(sku: Sku): Sku {
    const product = this.tables.records.products.get(this.tables.holderOf('products.sku', sku) ?? '')
    return product?.variants.find((variant) => variant.sku === sku)?.sku ?? sku
  }

  #idOf(name: keyof typeof REFERENCES, id: string): string {
    return this.tables.records[REFERENCES[name]].get(id)?.id ?? this.#share(id)
  }

  #share(text: string): string {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    if (this.#known.size === KNOWN_TEXTS) this.#known.clear()
    this.#known.set(text, text)
    return text
  }
}

class Reading {
  readonly #tables = new CatalogTables()
  readonly #texts = new SharedTexts(this.#tables)
  #lines = 0
  #whole = false

  constructor(private readonly site: string) {}

  line(bytes: Buffer): void {
    const content = parseLine(bytes)
    if (!content) throw new UnreadableCheckpoint(`line ${this.#lines + 1}`)
    const json: unknown = JSON.parse(content.toString())
    if (this.#lines === 0) this.#head(json)
    else if ((json as { end?: number }).end === this.#lines) this.#whole = true
    else this.#slice(json as Slice)
    this.#lines += 1
  }

  #head(json: unknown): void {
    refuseNewer(json, 'catalog.jsonl')
    const head = Head.safeParse(json).data
    if (!head || head.site !== this.site) throw new UnreadableCheckpoint('line 1')
    this.#tables.revision = head.revision
    this.#tables.position = head.position
  }

  #slice(slice: Slice): void {
    for (const collection of COLLECTION_NAMES) {
      const records = slice[collection]
      if (!records) continue
      for (const record of records) this.#texts.shareIn(record)
      this.#tables.put(records.map((record) => ({ collection, record }) as never))
    }
    for (const [sku, level] of slice.stock ?? []) this.#tables.stock.set(this.#texts.skuOf(sku), level)
  }

  finish(): CatalogTables {
    if (!this.#whole) throw new UnreadableCheckpoint(`line ${this.#lines + 1}`)
    return this.#tables
  }
}
