import type { Actor } from '../../access/actor.js'
import { differenceOf, toAuditEntry } from '../../access/audit.js'
import { requireRight } from '../../access/rights.js'
import type { DraftRecord } from '../../catalog/collections.js'
import { toInstant } from '../../catalog/day.js'
import type { SynonymRule } from '../../catalog/office/synonym-rule.js'
import type { SearchIndex } from '../../search/index-port.js'
import { toOwnSynonyms } from '../../search/own-synonyms.js'
import { previewSynonyms, type SynonymEffect } from '../../search/synonym-preview.js'
import type { SiteContext } from '../context.js'
import type { EmptySearch } from './empty-searches.js'

type Draft = Omit<DraftRecord<'synonymRules'>, 'id'> & { readonly id?: string }

const RULE = ['words', 'means', 'direction', 'notIn', 'note', 'status'] as const
const MOST_TEXTS = 20

/** Words that an office teaches the search, with what they would change. */
export class SearchWords {
  constructor(
    private readonly site: SiteContext,
    private readonly index: SearchIndex,
    private readonly emptySearches: () => readonly EmptySearch[],
  ) {}

  /** @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly SynonymRule[] {
    this.#require(actor)
    return this.site.state.all('synonymRules').toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  get(actor: Actor, id: string): SynonymRule {
    this.#require(actor)
    return this.site.state.get('synonymRules', id)
  }

  /**
   * Adds or changes a rule; every process searches with it from the commit on.
   *
   * @throws {CatalogError} `FORBIDDEN`, `INVALID_INPUT`, `NOT_FOUND` for an id that is not known.
   */
  async save(actor: Actor, draft: Draft): Promise<SynonymRule> {
    this.#require(actor)
    return this.site.change(() => {
      const before = draft.id === undefined ? null : this.site.state.get('synonymRules', draft.id)
      const record = this.site.draft('synonymRules', { ...draft, id: draft.id ?? this.site.newId() })
      const deed = {
        action: before === null ? 'synonymRules.add' : 'synonymRules.change',
        subject: { collection: 'synonymRules', id: record.id },
        ...differenceOf(before, record, RULE),
      }
      const entry = toAuditEntry(actor, deed, { id: this.site.newId(), at: toInstant(this.site.now()) })
      return { commit: { puts: [this.site.put('synonymRules', record)], audit: [entry] }, result: record }
    })
  }

  /** Takes a rule back; it stays on record and may be used again. */
  async remove(actor: Actor, id: string): Promise<SynonymRule> {
    const { words, means, direction, notIn, note } = this.get(actor, id)
    return this.save(actor, { id, words, means, direction, notIn, note, status: 'unused' })
  }

  /**
   * What a rule would change before it is saved: for these queries, for the words that it is about, and for what was
   * searched for with these words and not found.
   *
   * @throws {CatalogError} `FORBIDDEN`, `INVALID_INPUT`, `NOT_FOUND`
   */
  preview(actor: Actor, draft: Draft, texts: readonly string[] = []): readonly SynonymEffect[] {
    this.#require(actor)
    const rules = this.site.state.all('synonymRules')
    const rule = this.site.draft('synonymRules', { ...draft, id: draft.id ?? this.site.newId() })
    const words = [...rule.words, ...(rule.direction === 'both' ? rule.means : [])]
    const missed = this.emptySearches().flatMap(({ text }) =>
      words.some((word) => ` ${text} `.includes(` ${word.toLowerCase()} `)) ? [text] : [],
    )
    const queries = [...new Set([...texts, ...words, ...rule.notIn, ...missed])].slice(0, MOST_TEXTS)
    return previewSynonyms(
      this.index,
      {
        current: toOwnSynonyms(rules),
        proposed: toOwnSynonyms([...rules.filter(({ id }) => id !== rule.id), rule]),
      },
      queries,
    )
  }

  #require(actor: Actor): void {
    requireRight(actor, 'search.teach', { kind: 'country' })
  }
}
