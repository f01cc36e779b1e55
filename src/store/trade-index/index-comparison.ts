import { join } from 'node:path'
import type { Files } from '../disk/files.js'
import { damaged } from '../failures.js'
import type { KeptCommit } from '../journal/journal.js'
import type { ScannedFile } from '../journal/journal.js'
import type { PartDigest } from '../state/digest.js'
import { blockChecksum, readBlocks, readHead, TRADE_INDEX } from './block.js'
import { BlockBuilder } from './block-builder.js'
import { checkIndex, type FittingIndex } from './check-index.js'

/** Makes the index anew from commits that are read one after the other, and compares it with the one on disk. */
export class IndexComparison {
  readonly #builder = new BlockBuilder(null)

  private constructor(
    readonly kept: FittingIndex,
    /** Of each block its checksum, by the revision of its last commit. */
    private readonly checksums: ReadonlyMap<number, number>,
  ) {}

  /** Null when there is no index that can be read. */
  static async open(files: Files, folder: string, site: string): Promise<IndexComparison | null> {
    const kept = await checkIndex(files, folder, site)
    if (!kept) return null
    const file = await files.open(join(folder, TRADE_INDEX), 'read')
    try {
      const checksums = new Map<number, number>()
      const head = await readHead(file, site)
      for await (const { summary, end, checksum } of readBlocks(file, head?.end ?? 0))
        if (end <= kept.length) checksums.set(summary.last, checksum)
      return new IndexComparison(kept, checksums)
    } finally {
      await file.close()
    }
  }

  /** @throws {CatalogError} `STORE_DAMAGED` when a block is other than what the journal gives. */
  follow(commit: KeptCommit, digests: readonly PartDigest[], file: ScannedFile): void {
    const { revision } = commit
    if (revision > this.kept.start.revision) return
    this.#builder.add(commit, digests)
    const checksum = this.checksums.get(revision)
    if (checksum !== undefined && checksum !== blockChecksum(this.#builder.build(file)))
      throw damaged({ file: TRADE_INDEX, revision }, 'differs', { mend: 'rebuild' })
  }
}
