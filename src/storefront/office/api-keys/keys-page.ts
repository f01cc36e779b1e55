import { ApiScope, type ApiKey } from '../../../catalog/office/api-key.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatDay } from '../../format.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import { AGAIN, confirmAgain } from '../../fronts/confirm-again.js'
import { showOnce } from '../../fronts/shown-once.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { roleWords } from '../../fronts/people/account-words.js'
import { readMembership, toMembershipForm } from '../../fronts/people/membership-form.js'
import { KEYS_PATH, NEW_KEY_PATH } from './paths.js'

function toRow(key: ApiKey, visit: Visit) {
  const { catalog, links } = visit
  const words = visit.messages.apiKeys
  const state = catalog.apiKeys.stateOf(key)
  const used = key.lastUsedOn ? formatDay(key.lastUsedOn) : words.never
  return {
    name: key.name,
    prefix: `${key.prefix}…`,
    role: roleWords(key.membership, visit),
    scopes: key.scopes.map((scope) => words.scopeNames[scope]).join(' · '),
    state: words.states[state],
    tone: state === 'active' ? 'good' : 'bad',
    facts: words.facts(formatDay(key.expiresOn), used),
    why: state === 'orphaned' ? words.orphaned(key.createdBy.name) : null,
    renew:
      state === 'orphaned' || state === 'over'
        ? { href: links.to(KEYS_PATH, { like: key.id }) + '#new', label: words.renewOf(key.name) }
        : null,
    revoke:
      state === 'active' || state === 'orphaned'
        ? { action: links.to(`${KEYS_PATH}/${key.id}/revoke`), label: words.revokeOf(key.name) }
        : null,
  }
}

function keysPage(visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const { form, catalog, messages, query } = visit
  const keys = catalog.apiKeys.list(personOf(visit))
  const like = visit.method === 'GET' ? keys.find(({ id }) => id === query.get('like')) : undefined
  const chosen = new Set<string>(like?.scopes ?? form.getAll('scopes'))
  const view = {
    ...problems,
    isRevoked: visit.query.has('revoked'),
    rows: keys.map((key) => toRow(key, visit)),
    typed: { name: like?.name ?? form.get('name') ?? '', expiresOn: form.get('expiresOn') ?? '' },
    scopes: ApiScope.options.map((scope) => ({
      value: scope,
      label: messages.apiKeys.scopeNames[scope],
      isChosen: chosen.has(scope),
    })),
    membership: toMembershipForm(visit, like?.membership),
    action: visit.links.to(KEYS_PATH),
    guide: { href: visit.links.to('/api'), text: messages.apiGuide.title },
  }
  return page('office/api-keys', { title: messages.apiKeys.title }, view, { status: problems.status, personal: true })
}

/** The keys by which programs call the JSON API, and the form for a new one. */
export const apiKeys: Handler = (visit) => keysPage(visit)

/** Makes a key and leads to the page that shows it, so that a reload makes no other. */
export const postApiKey: Handler = async (visit) => {
  const { form, catalog, messages } = visit
  const words = messages.apiKeys
  try {
    const wish = {
      name: singleField(form, 'name'),
      scopes: form.getAll('scopes'),
      membership: readMembership(visit),
      expiresOn: singleField(form, 'expiresOn').trim() || undefined,
    }
    const { key, record } = await catalog.apiKeys.add(personOf(visit), wish, () => confirmAgain(visit))
    return await showOnce(NEW_KEY_PATH, { key, name: record.name }, visit)
  } catch (error) {
    const { role, province, producer } = messages.office.accounts
    const { name, scopes, expiresOn, again } = words
    const labels = { name, scopes, expiresOn, role, province, producer, [AGAIN]: again }
    return keysPage(visit, toFormProblems(error, labels, visit))
  }
}

/** Ends a key at once. */
export const postRevoke: Handler = async (visit) => {
  try {
    await visit.catalog.apiKeys.revoke(personOf(visit), visit.params['id'] ?? '')
    return redirect(visit.links.to(KEYS_PATH, { revoked: 1 }))
  } catch (error) {
    return keysPage(visit, toFormProblems(error, {}, visit))
  }
}
