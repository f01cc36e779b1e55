import type { Day } from '../catalog/day.js'
import type { FeedbackKind } from '../catalog/care/feedback.js'
import type { LocalizedText } from '../catalog/text.js'
import { addWorkingDays } from '../catalog/working-days.js'

/** In how many working days an answer is due, and why so many. */
export interface DueTime {
  readonly days: number
  readonly reason: LocalizedText
}

const OWN_RULE = { vi: 'Quy định của trang này.', en: 'A rule of this site.' }

/**
 * When an answer to each kind of feedback is due. These are rules of this software, no law sets them: the days in which
 * a matter of health, a missing parcel, a wrong fact can fairly be looked into.
 */
export const DUE_TIMES: Readonly<Record<FeedbackKind, DueTime>> = {
  safety: {
    days: 1,
    reason: {
      vi: 'Liên quan sức khỏe: trả lời trong ngày làm việc kế tiếp.',
      en: 'It concerns health: answered on the next working day.',
    },
  },
  goods: { days: 5, reason: OWN_RULE },
  delivery: {
    days: 3,
    reason: { vi: 'Hàng đang trên đường cần tìm sớm.', en: 'Goods on the way are to be found soon.' },
  },
  seller: { days: 5, reason: OWN_RULE },
  information: { days: 5, reason: OWN_RULE },
  listing: { days: 5, reason: OWN_RULE },
  content: { days: 3, reason: OWN_RULE },
  question: { days: 3, reason: OWN_RULE },
  other: { days: 7, reason: OWN_RULE },
}

/** Decree 356/2025/NĐ-CP on personal data: the first answer to a person's request within 2 working days. */
export const DATA_REQUEST_DAYS = 2

/** The last day on which an answer is in time; the day on which it came in is not counted. */
export const feedbackDueOn = (kind: FeedbackKind, receivedOn: Day): Day =>
  addWorkingDays(receivedOn, DUE_TIMES[kind].days)

export const dataRequestDueOn = (receivedOn: Day): Day => addWorkingDays(receivedOn, DATA_REQUEST_DAYS)
