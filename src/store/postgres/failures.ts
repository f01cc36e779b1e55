import { DatabaseError } from 'pg'
import { CatalogError } from '../../catalog/errors.js'
import { unavailable } from '../failures.js'

/** What a state or class of states of SQL means for those who wait; most exact first (PostgreSQL, appendix A). */
const STATES: readonly (readonly [state: string, vi: string, en: string])[] = [
  ['08P01', 'bộ gộp kết nối không nhận thời hạn (xem timeouts)', 'the pooler takes no time limits (see timeouts)'],
  ['28', 'máy chủ cơ sở dữ liệu từ chối tên hoặc mật khẩu', 'the database server refuses the name or password'],
  ['3D', 'không có cơ sở dữ liệu này', 'there is no such database'],
  ['42501', 'tài khoản cơ sở dữ liệu thiếu quyền', 'the database account lacks a right'],
  ['42', 'cơ sở dữ liệu không khớp với phiên bản này', 'the database does not fit this version'],
  ['25006', 'cơ sở dữ liệu đang chỉ cho đọc', 'the database is read-only'],
  ['53100', 'đĩa của cơ sở dữ liệu đã đầy', 'the disk of the database is full'],
  ['53300', 'cơ sở dữ liệu đã hết chỗ kết nối', 'the database takes no more connections'],
  ['55P03', 'cơ sở dữ liệu đang bận', 'the database is busy'],
  ['57014', 'cơ sở dữ liệu trả lời quá lâu', 'the database took too long'],
  ['57P', 'cơ sở dữ liệu đang dừng hoặc đang khởi động', 'the database is stopping or starting'],
  ['40', 'cơ sở dữ liệu đang bận', 'the database is busy'],
]
const OTHER = ['', 'cơ sở dữ liệu từ chối', 'the database refuses'] as const
const LOST = ['', 'mất liên lạc với cơ sở dữ liệu', 'the database cannot be reached'] as const

/** An error of the database in words that anyone may read; what the server said in its own is the cause. */
function reasonOf(error: unknown): { vi: string; en: string } {
  const state = stateOf(error)
  const [, vi, en] = state === null ? LOST : (STATES.find(([prefix]) => state.startsWith(prefix)) ?? OTHER)
  // Without an answer there is a code of the network or of TLS, as a rule: ECONNREFUSED, CERT_HAS_EXPIRED.
  const code = state ?? (error as { code?: string }).code
  return code === undefined ? { vi, en } : { vi: `${vi}: ${code}`, en: `${en}: ${code}` }
}

/** The state that the server answered with; null when no answer came. */
export const stateOf = (error: unknown): string | null =>
  error instanceof DatabaseError ? (error.code ?? 'XX000') : null

/** Failures that pass in a moment: serialization and deadlock, a server that stops or starts. */
export const isPassing = (error: unknown): boolean => /^(40|57P0)/.test(stateOf(error) ?? '')

/** Any failure of the database as a {@link CatalogError}: nothing was changed. */
export const toCatalogError = (error: unknown): CatalogError =>
  error instanceof CatalogError ? error : unavailable(reasonOf(error), error)

/** The connection broke while the database was at it, and it could not be asked since. */
export function uncertain(error: unknown): CatalogError {
  const { vi, en } = reasonOf(error)
  return new CatalogError('STORE_UNCERTAIN', { details: { why: vi, whyEn: en }, cause: error })
}
