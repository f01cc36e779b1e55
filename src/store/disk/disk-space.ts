import type { StoreHealth } from '../../catalog/store.js'
import type { Files } from './files.js'
import { unavailable, type Report } from '../failures.js'

/** Room on the disk that holds the data. */
type DiskSpace = NonNullable<StoreHealth['disk']>

const LOOK_MS = 60_000
/** Low is both: less than a tenth of the disk, and less than would take a busy shop through some months. */
const LOW_SHARE = 0.1
const LOW_BYTES = 10e9

/** Bytes of the disk that stay free for orders, whatever else is written: some ten thousand of them. */
const ROOM_FOR_ORDERS = 64 * 1024 * 1024
/** A long copy looks again after so many bytes. */
const LOOK_BYTES = 16 * 1024 * 1024

const toMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6)

/** @throws {CatalogError} `STORE_UNAVAILABLE` when so many bytes more would take the room that orders need. */
export async function requireRoom(files: Pick<Files, 'space'>, folder: string, bytes: number): Promise<void> {
  const space = await files.space(folder).catch(() => null)
  if (!space || space.free - bytes >= ROOM_FOR_ORDERS) return
  const [needed, free, kept] = [bytes, space.free, ROOM_FOR_ORDERS].map(toMegabytes)
  throw unavailable({
    vi: `đĩa gần đầy: cần ${needed} MB, còn trống ${free} MB, phải chừa ${kept} MB cho đơn hàng; hãy dọn bớt đĩa rồi làm lại`,
    en: `the disk is nearly full: ${needed} MB are needed, ${free} MB are free, ${kept} MB stay free for orders; make room on the disk and try again`,
  })
}

/** Looks, while much is copied to a disk, that orders keep their room on it. */
export class CopyRoom {
  #taken = 0

  constructor(
    private readonly files: Pick<Files, 'space'>,
    private readonly folder: string,
  ) {}

  /** Before so many bytes more are written. @throws {CatalogError} `STORE_UNAVAILABLE` */
  async take(bytes: number): Promise<void> {
    this.#taken += bytes
    if (this.#taken < LOOK_BYTES) return
    await requireRoom(this.files, this.folder, this.#taken)
    this.#taken = 0
  }
}

const toGigabytes = (bytes: number): string => (bytes / 1e9).toFixed(bytes < 1e10 ? 2 : 0)

/** Looks now and then how much room is left, and says in one line when it gets low and when it is enough again. */
export class DiskWatch {
  #latest: DiskSpace | null = null
  readonly #timer: NodeJS.Timeout

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly report: Report,
  ) {
    this.#timer = setInterval(() => void this.look(), LOOK_MS)
    this.#timer.unref()
  }

  /** As it was when it was last looked at; null where the file system does not say. */
  get latest(): DiskSpace | null {
    return this.#latest
  }

  async look(): Promise<void> {
    const wasLow = this.#latest?.isLow ?? false
    const space = await this.files.space(this.folder).catch(() => null)
    if (!space) return
    const isLow = space.free < space.total * LOW_SHARE && space.free < LOW_BYTES
    this.#latest = { ...space, isLow }
    const [free, total] = [toGigabytes(space.free), toGigabytes(space.total)]
    if (isLow && !wasLow)
      this.report({
        vi: `Đĩa sắp đầy: còn trống ${free} GB trên ${total} GB. Khi đầy, gian hàng sẽ không nhận đơn; hãy dọn bớt.`,
        en: `The disk is nearly full: ${free} of ${total} GB are free. When it is full no orders can be taken; make room.`,
      })
    if (wasLow && !isLow)
      this.report({
        vi: `Đĩa đã đủ chỗ trở lại: còn trống ${free} GB trên ${total} GB.`,
        en: `There is enough room on the disk again: ${free} of ${total} GB are free.`,
      })
  }

  close(): void {
    clearInterval(this.#timer)
  }
}
