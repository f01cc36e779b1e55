import type { Day } from './day.js'

interface Days {
  readonly from: Day
  readonly until: Day
}

const isInOrder = ({ from, until }: Days): boolean => from <= until
const fault = {
  path: ['until'],
  params: {
    code: 'inconsistent',
    why: 'Ngày cuối phải từ ngày đầu trở đi.',
    whyEn: 'The last day must not lie before the first.',
  },
}

/** The rule for a span of days, as zod's `refine` takes it: `schema.refine(...daysInOrder)`. */
export const daysInOrder = [isInOrder, fault] as const
