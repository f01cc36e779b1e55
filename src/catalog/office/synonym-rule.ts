import * as z from 'zod'
import { Instant } from '../day.js'
import { SynonymRuleId, Version } from '../ids.js'
import { line } from '../text.js'

const Words = line(60)

/** Words of one region or trade that an office teaches the search, beside those that the package knows. */
export const SynonymRule = z.strictObject({
  id: SynonymRuleId,
  version: Version,
  /** What people type. */
  words: z.array(Words).min(1).max(10),
  /** What is looked for besides. */
  means: z.array(Words).min(1).max(10),
  /** `both`: each stands for the other; `oneWay`: the words lead to what they mean, and not back. */
  direction: z.enum(['both', 'oneWay']),
  /** Neighbours in which one of them means something else: "bắp cải" beside "bắp". */
  notIn: z.array(Words).max(20).default([]),
  note: line(300).optional(),
  /** A rule that is taken back stays on record. */
  status: z.enum(['used', 'unused']),
  changedAt: Instant,
})
export type SynonymRule = z.infer<typeof SynonymRule>
