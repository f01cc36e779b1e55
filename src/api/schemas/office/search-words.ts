import * as z from 'zod'
import { SynonymRule as RuleRecord } from '../../../catalog/office/synonym-rule.js'
import { named } from '../../components.js'

const { words, means, direction, notIn, note } = RuleRecord.shape

/** Words that the search is taught. */
export const SearchRule = named(
  'SearchRule',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    words: z.array(z.string()),
    means: z.array(z.string()),
    direction,
    notIn: z.array(z.string()),
    note: z.string().nullable(),
    status: z.enum(['used', 'unused']),
  }),
)
export const SearchWords = named(
  'SearchWords',
  z.strictObject({
    rules: z.array(SearchRule),
    /** What was searched for and not found since this process began. */
    missed: z.array(z.strictObject({ text: z.string(), count: z.int() })),
  }),
)
export const SearchRuleBody = named('SearchRuleBody', z.strictObject({ words, means, direction, notIn, note }))
/** The rule, and searches on which it is to be tried. */
export const SearchTrialBody = named(
  'SearchTrialBody',
  z.strictObject({
    words,
    means,
    direction,
    notIn,
    note,
    queries: z.array(z.string().min(1).max(200)).max(20).optional(),
  }),
)
export const SearchTrial = named(
  'SearchTrial',
  z.strictObject({
    effects: z.array(
      z.strictObject({
        text: z.string(),
        before: z.int(),
        after: z.int(),
        /** Ids of products. */
        appeared: z.array(z.string()),
        vanished: z.array(z.string()),
        moved: z.array(z.string()),
      }),
    ),
  }),
)
