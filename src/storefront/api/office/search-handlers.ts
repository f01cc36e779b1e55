import type * as z from 'zod'
import type { officeDeskOperations } from '../../../api/operations/office-desk.js'
import type { SearchRule } from '../../../api/schemas/office/search-words.js'
import type { SynonymRule } from '../../../catalog/office/synonym-rule.js'
import type { HandlersOf } from '../handlers.js'

type Part = Pick<typeof officeDeskOperations, 'getSearchWords' | 'trySearchRule' | 'addSearchRule' | 'removeSearchRule'>

const toRule = (rule: SynonymRule): z.input<typeof SearchRule> => {
  const { id, version, words, means, direction, notIn, note, status } = rule
  return { id, version, words, means, direction, notIn, note: note ?? null, status }
}

/** Words that the search is taught. */
export const searchHandlers: HandlersOf<Part> = {
  getSearchWords: ({ actor, visit: { catalog } }) => ({
    body: {
      rules: catalog.synonyms.list(actor).map(toRule),
      missed: catalog.emptySearches().map(({ text, count }) => ({ text, count })),
    },
  }),

  trySearchRule: ({ actor, body: { queries = [], ...rule }, visit }) => {
    const effects = visit.catalog.synonyms.preview(actor, { ...rule, status: 'used' }, queries)
    return {
      body: {
        effects: effects.map(({ text, before, after, appeared, vanished, moved }) => ({
          text,
          before,
          after,
          appeared: [...appeared],
          vanished: [...vanished],
          moved: moved.map(({ id }) => id),
        })),
      },
    }
  },

  addSearchRule: async ({ actor, body, visit }) => {
    const rule = await visit.catalog.synonyms.save(actor, { ...body, status: 'used' })
    return { body: toRule(rule), version: rule.version }
  },

  removeSearchRule: async ({ actor, params, visit }) => ({
    body: toRule(await visit.catalog.synonyms.remove(actor, params.id)),
  }),
}
