import { CatalogError } from '../catalog/errors.js'
import type { RefusedRecord } from './refused-records.js'

/** A sentence in both languages. */
interface Words {
  readonly vi: string
  readonly en: string
}

/** Hears in one line what the operator should know: a torn tail that was cut, a checkpoint that failed. */
export type Report = (notice: Words) => void

const CAUSES: Record<string, Words> = {
  ENOSPC: { vi: 'đĩa đã đầy', en: 'the disk is full' },
  EFBIG: { vi: 'tệp đã đến cỡ lớn nhất được phép', en: 'the file has reached its largest size' },
  EDQUOT: { vi: 'đã hết hạn mức đĩa', en: 'the disk quota is used up' },
  EACCES: { vi: 'không có quyền ghi', en: 'no right to write there' },
  EPERM: { vi: 'không có quyền ghi', en: 'no right to write there' },
  EROFS: { vi: 'đĩa chỉ cho đọc', en: 'the disk is read-only' },
  EIO: { vi: 'đĩa báo lỗi', en: 'the disk reports a fault' },
  EEXIST: { vi: 'ở đó đã có một tệp, không phải thư mục', en: 'a file stands where a folder is needed' },
  ENOTDIR: { vi: 'ở đó đã có một tệp, không phải thư mục', en: 'a file stands where a folder is needed' },
  ENOENT: { vi: 'không có ở đó, và không tạo được ở đó', en: 'it is not there, and cannot be made there' },
  EMFILE: { vi: 'mở quá nhiều tệp', en: 'too many open files' },
}

/** An operating system's error in words, with its code and path for those who look after the machine. */
export function reasonOf(error: unknown): Words {
  const { code, path, message } = error as NodeJS.ErrnoException
  const said = [code, path].filter(Boolean).join(' ') || message
  const words = CAUSES[code ?? '']
  return words ? { vi: `${words.vi}: ${said}`, en: `${words.en}: ${said}` } : { vi: said, en: said }
}

/** The store cannot do it now, and nothing was changed. */
export const unavailable = ({ vi, en }: Words, cause?: unknown): CatalogError =>
  new CatalogError('STORE_UNAVAILABLE', { details: { why: vi, whyEn: en }, cause })

/** A failed call of the file system as a {@link CatalogError}; other errors pass as they are. */
export const toCatalogError = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && !(error instanceof CatalogError)
    ? unavailable(reasonOf(error), error)
    : error

export const closed = (): CatalogError => unavailable({ vi: 'kho dữ liệu đã đóng', en: 'the store is closed' })

const DAMAGES = {
  checksum: { vi: 'nội dung không khớp mã kiểm', en: 'the content does not match its checksum' },
  unknownLine: { vi: 'không phải dòng của sổ nhật ký', en: 'this is no line of a journal' },
  header: { vi: 'thiếu hoặc sai dòng đầu', en: 'the first line is missing or wrong' },
  otherSite: { vi: 'tệp thuộc về một trang khác', en: 'the file belongs to another site' },
  predecessor: {
    vi: 'tệp bị thiếu, hoặc khác với lúc tháng sau bắt đầu',
    en: 'the file is missing, or other than it was when the next one began',
  },
  revision: { vi: 'số phiên bản không liền nhau', en: 'the revisions do not follow each other' },
  position: { vi: 'dòng nằm sai chỗ', en: 'the line is not where it was written' },
  tooShort: {
    vi: 'tệp ngắn hơn phần đã ghi xong',
    en: 'the file is shorter than what had been written',
  },
  ahead: {
    vi: 'có những lần ghi mà sổ nhật ký không có',
    en: 'it knows of commits that the journal does not hold',
  },
  rule: { vi: 'bản ghi trái với quy tắc của kho', en: 'a record breaks a rule of the store' },
  differs: { vi: 'không trùng với sổ nhật ký', en: 'it differs from what the journal says' },
  missing: { vi: 'không tìm thấy tệp', en: 'the file is missing' },
  unfinished: {
    vi: 'lần nén dữ liệu trước bị ngắt giữa chừng',
    en: 'a compaction was stopped halfway',
  },
  archive: { vi: 'không phải một bản sao lưu nguyên vẹn', en: 'it is not a whole backup' },
  notMarker: { vi: 'không đọc được', en: 'it cannot be read' },
} as const satisfies Record<string, Words>

const MENDS = {
  restore: {
    vi: 'Chưa sửa gì cả. Hãy dừng mọi tiến trình, giữ lại một bản sao của thư mục, rồi khôi phục tệp này từ bản sao lưu.',
    en: 'Nothing was touched. Stop every process, keep a copy of the folder, then restore this file from a backup.',
  },
  verify: {
    vi: 'Chưa sửa gì cả. Có người sửa tay, hoặc phiên bản khác đã ghi: ocop verify cho biết thêm; hãy giữ lại một bản sao của thư mục, rồi khôi phục từ bản sao lưu.',
    en: 'Nothing was touched. Somebody has changed it by hand, or another version wrote it: ocop verify says more; keep a copy of the folder, then restore from a backup.',
  },
  rebuild: {
    vi: 'Chưa sửa gì cả. Nếu thư mục journal là bản mới nhất thì hãy xóa tệp này: nó được dựng lại từ đó.',
    en: 'Nothing was touched. If the folder journal is the newest you have, remove this file: it is built anew from there.',
  },
  otherBackup: {
    vi: 'Chưa có gì được khôi phục. Hãy dùng một bản sao lưu khác.',
    en: 'Nothing was restored. Use another backup.',
  },
  openOnce: {
    vi: 'Không mất gì: hãy mở gian hàng hoặc chạy ocop compact một lần, việc nén sẽ được làm nốt.',
    en: 'Nothing is lost: open the shop or run ocop compact once, and it is finished.',
  },
  erasedFile: {
    vi: 'Tệp này nằm trong thư mục dữ liệu, không phải trong bản sao lưu, và ghi những gì đã xóa theo yêu cầu, để bản sao lưu cũ không đưa trở lại. Hãy chép tệp cùng tên từ bản sao lưu mới nhất vào thư mục dữ liệu rồi khôi phục lại. Nếu không bản nào có tệp ấy thì hãy xóa nó đi: khi đó những gì đã xóa trước các lần khôi phục cũ có thể trở lại.',
    en: 'It lies in the data folder, not in the backup, and says what was erased on request, so that no old backup brings it back. Copy the file of that name from the newest backup into the data folder, then restore again. Where no backup has it, remove it: what was erased before earlier restorations may then come back.',
  },
} as const satisfies Record<string, Words>

export interface Place {
  readonly file: string
  /** From 1. */
  readonly line?: number
  readonly offset?: number
  readonly revision?: number
  readonly record?: RefusedRecord | undefined
}

const whereOf = ({ line, offset, revision, record }: Place): string =>
  [
    revision !== undefined && `revision ${revision}`,
    line !== undefined && `#${line}`,
    offset !== undefined && `byte ${offset}`,
    record && `${record.collection} ${record.id}`,
    record?.issue.path,
  ]
    .filter(Boolean)
    .join(', ') || '#1'

/** The store will not open on a file that is not as it was written: what, where, why, and how to mend it. */
export function damaged(
  place: Place,
  damage: keyof typeof DAMAGES,
  options: { mend?: keyof typeof MENDS; cause?: unknown } = {},
): CatalogError {
  const why = DAMAGES[damage]
  const mend = MENDS[options.mend ?? 'restore']
  const details = { why: why.vi, whyEn: why.en, mend: mend.vi, mendEn: mend.en }
  return new CatalogError('STORE_DAMAGED', {
    details: { file: place.file, where: whereOf(place), ...details },
    cause: options.cause,
  })
}
