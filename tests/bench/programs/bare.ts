import express from 'express'
import { answerIn, type Answers } from '../answers.js'
import { listen, receiveSetup } from './listen.js'

/** Express and nothing else: it sends the bytes that the shop sent, and answers a parsed order with the shop's answer. */
export interface Setup {
  readonly answers: Answers
}

const { answers } = await receiveSetup<Setup>()
const app = express()
app.get('/:page/:number', (request, response) => {
  const { page, number } = request.params
  const answer = answerIn(answers, page, Number(number))
  response.type(answer.type)
  if (answer.encoding) response.set('content-encoding', answer.encoding)
  response.send(answer.body)
})
app.post('/orders', express.json(), (_request, response) => {
  response.status(201).json(answers.order)
})
listen(app)
