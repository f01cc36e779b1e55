import type { Language } from '../../catalog/text.js'
import { toLetter, type LetterText } from './letter.js'

const words = {
  vi: {
    text: (title: string) => `${title}. Báo cáo ở trong tệp đính kèm, có định nghĩa và ngày chốt số liệu.`,
    why: (name: string) => `Thư này theo lịch “${name}”. Người quản trị thôi gửi ở trang Báo cáo, mục Lịch gửi.`,
  },
  en: {
    text: (title: string) => `${title}. The report is attached, with its definitions and cut-off.`,
    why: (name: string) => `This follows the schedule “${name}”. An administrator ends it under Reports, Schedules.`,
  },
} as const

/** Brings a report that was made by itself. */
export const reportLetter = (title: string, schedule: string, language: Language): LetterText =>
  toLetter(title, [words[language].text(title), words[language].why(schedule)], null)
