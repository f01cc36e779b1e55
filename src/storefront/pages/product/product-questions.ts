import type { Product } from '../../../catalog/product.js'
import { NO_PROBLEMS, toFormProblems, type FormProblems } from '../../form-problems.js'
import { say } from '../../language.js'
import { toQuestions } from '../../models/question-rows.js'
import { notFound } from '../../refusal.js'
import { page, redirect, type PageReply } from '../../reply.js'
import type { Handler } from '../../route.js'
import { singleField } from '../../shopping/single-field.js'
import type { Visit } from '../../visit.js'

interface Typed {
  readonly text: string
  readonly name: string
  readonly phone: string
}

function findProduct(visit: Visit): Product {
  const found = visit.catalog.state.findBySlug('products', visit.params.slug ?? '')
  if (found?.status !== 'published') throw notFound()
  return found
}

function formPage(product: Product, typed: Typed, visit: Visit, problems: FormProblems = NO_PROBLEMS): PageReply {
  const words = visit.messages.care.reviews.questions
  const name = say(product.name, visit.language)
  const path = `/products/${product.slug}`
  const title = words.formTitle(name.text)
  const view = {
    ...problems,
    name,
    typed,
    action: visit.links.to(`${path}/questions`),
    isAsked: visit.query.has('asked'),
    hasProducer: product.producerId !== null,
    questions: toQuestions(product, visit),
  }
  const shownTitle = problems.status >= 400 ? visit.messages.trade.checkout.errorTitle(title) : title
  return page('care/questions', { title: shownTitle, description: words.textHint }, view, {
    status: problems.status,
    typed: visit.method === 'POST',
    trail: [
      { label: { text: visit.messages.browse.products, lang: null }, path: '/products' },
      { label: name, path },
      { label: { text: words.title, lang: null }, path: null },
    ],
    ...(problems.status === 200 ? {} : { personal: true }),
  })
}

/** The questions about a product with their answers, and the form to ask one. */
export const productQuestions: Handler = (visit) =>
  formPage(findProduct(visit), { text: '', name: '', phone: '' }, visit)

export const postProductQuestion: Handler = async (visit) => {
  const product = findProduct(visit)
  const typed: Typed = {
    text: singleField(visit.form, 'text'),
    name: singleField(visit.form, 'name'),
    phone: singleField(visit.form, 'phone'),
  }
  const words = visit.messages.care.reviews.questions
  try {
    await visit.catalog.questions.ask({ productId: product.id, ...typed })
    return redirect(visit.links.to(`/products/${product.slug}/questions`, { asked: 1 }))
  } catch (error) {
    const labels = { text: words.text, name: words.name, phone: words.phone }
    return formPage(product, typed, visit, toFormProblems(error, labels, visit))
  }
}
