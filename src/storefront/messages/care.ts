import { feedback } from './feedback.js'
import { myData } from './my-data.js'
import { reviews } from './reviews.js'
import { trace } from './trace.js'

const vi = { reviews: reviews.vi, feedback: feedback.vi, trace: trace.vi, myData: myData.vi }

const en: typeof vi = { reviews: reviews.en, feedback: feedback.en, trace: trace.en, myData: myData.en }

/** Words of what comes after the purchase: reviews, questions, complaints, where it comes from, one's own data. */
export const care = { vi, en }
