import { CatalogError } from '../../../catalog/errors.js'
import type { ProductDraft, Submission } from '../../../catalog/submission.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { formatCount } from '../../format.js'
import { page, redirect, type Reply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { personOf } from '../../signed-in.js'
import type { Visit } from '../../visit.js'
import { readGoods } from './read-goods.js'
import { fieldLabel, stepPath, stepTitle, submissionOf, toStepFrame } from './steps.js'

const UNITS = ['g', 'kg', 'ml', 'l', 'piece'] as const

const plain = (value: number | null | undefined): string => (value == null ? '' : String(value).replace('.', ','))

function toRows({ variants }: ProductDraft, visit: Visit) {
  const { form } = visit
  return variants.map(({ sku, packSize, price, stock, gtin }, index) => {
    const field = (name: string, value: string): string => form.get(`variants.${index}.${name}`) ?? value
    const kept = visit.catalog.state.stockOf(sku)
    return {
      sku,
      number: index + 1,
      path: `variants.${index}`,
      packSize: field('packSize', plain(packSize?.quantity)),
      unit: field('unit', packSize?.unit ?? 'g'),
      price: field('price', price === null ? '' : formatCount(price, 'vi')),
      stock: field('stock', plain(stock)),
      gtin: field('gtin', gtin ?? ''),
      stockSet: kept === null ? null : visit.messages.listing.goods.stockSet(formatCount(kept, visit.language)),
    }
  })
}

function goodsPage(submission: Submission, visit: Visit, problems: FormProblems): Reply {
  const { name } = submission.content
  const view = {
    ...problems,
    ...toStepFrame(submission, 'goods', visit),
    nameVi: visit.form.get('name.vi') ?? name?.vi ?? '',
    nameEn: visit.form.get('name.en') ?? name?.en ?? '',
    units: UNITS.map((unit) => ({ value: unit, label: visit.messages.listing.goods.units[unit] })),
    rows: toRows(submission.content, visit),
  }
  return page('producer/listing-goods', { title: stepTitle(submission, 'goods', visit) }, view, {
    status: problems.status,
  })
}

/** A product has at least one pack to fill in. */
async function withRow(submission: Submission, visit: Visit): Promise<Submission> {
  const isWritable = submission.status === 'draft' || submission.status === 'returned'
  return submission.content.variants.length > 0 || !isWritable
    ? submission
    : visit.catalog.submissions.addVariant(personOf(visit), submission.id)
}

export const goods: Handler = async (visit) => goodsPage(await withRow(submissionOf(visit), visit), visit, NO_PROBLEMS)

export const postGoods: Handler = async (visit) => {
  const { submissions } = visit.catalog
  const submission = submissionOf(visit)
  const actor = personOf(visit)
  const { issues } = readGoods(visit.form, submission.content)
  const labels = Object.fromEntries(issues.map(({ path }) => [path, fieldLabel(path, visit)]))
  const drop = visit.form.get('drop')
  try {
    const saved = await submissions.save(actor, submission.id, (now) => {
      const { content } = readGoods(visit.form, now.content)
      return { content: { ...content, variants: content.variants.filter(({ sku }) => sku !== drop) } }
    })
    if (issues.length > 0)
      return goodsPage(saved, visit, toFormProblems(new CatalogError('INVALID_INPUT', { issues }), labels, visit))
  } catch (error) {
    return goodsPage(submission, visit, toFormProblems(error, labels, visit))
  }
  if (visit.form.has('add')) {
    const { content: more } = await submissions.addVariant(actor, submission.id)
    return redirect(`${visit.links.to(stepPath(submission, 'goods'))}#variants.${more.variants.length - 1}.packSize`)
  }
  return redirect(visit.links.to(stepPath(submission, drop === null ? 'label' : 'goods')))
}
