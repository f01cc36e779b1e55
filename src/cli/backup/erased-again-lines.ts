import type { Language } from '../../catalog/text.js'
import type { ErasedAgain } from '../../site/care/erase-again.js'
import { formatNumber } from '../format.js'
import { countWords } from '../verify/count-words.js'

const words = {
  vi: {
    wouldBe: (what: string) => `Đã xóa dữ liệu cá nhân từ sau bản sao lưu, khôi phục thì xóa lại: ${what}.`,
    wouldStay: (what: string) =>
      `Đã xóa dữ liệu cá nhân từ sau bản sao lưu: ${what}. Hãy khôi phục với --erased-in THƯ_MỤC_HIỆN_NAY để chúng được xóa lại.`,
    done: (what: string) => `Đã xóa lại dữ liệu cá nhân từng được xóa từ sau bản sao lưu: ${what}.`,
    underWay: (count: string) =>
      `Trong đó ${count} đơn hàng chưa xong lúc làm bản sao lưu: đơn ấy không còn người nhận, hãy xem lại với chủ thể.`,
    of: (what: string, count: string) => `${what}: ${count}`,
  },
  en: {
    wouldBe: (what: string) => `Personal data erased since the backup, and erased again by restoring: ${what}.`,
    wouldStay: (what: string) =>
      `Personal data erased since the backup: ${what}. Restore with --erased-in THE_PRESENT_FOLDER, and they are erased again.`,
    done: (what: string) => `Personal data that were erased since the backup are erased again: ${what}.`,
    underWay: (count: string) =>
      `Of these orders, ${count} were under way when the backup was made: they have no recipient any more, look at them with the producer.`,
    of: (what: string, count: string) => `${what}: ${count}`,
  },
} as const

const KINDS = ['orders', 'reviews', 'questions', 'feedback', 'accounts'] as const

/** What is erased from a backup once more, in sentences; none where nothing is. */
export function erasedAgainLines(
  again: ErasedAgain,
  language: Language,
  when: 'wouldBe' | 'wouldStay' | 'done' = 'done',
): string[] {
  const text = words[language]
  const parts = KINDS.filter((kind) => again[kind] > 0).map((kind) =>
    text.of(countWords[language][kind], formatNumber(again[kind], language)),
  )
  if (parts.length === 0) return []
  const underWay = again.underWay > 0 ? [text.underWay(formatNumber(again.underWay, language))] : []
  return [text[when](parts.join(', ')), ...underWay]
}
