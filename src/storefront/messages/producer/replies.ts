const vi = {
  title: 'Hỏi đáp, đánh giá',
  text: 'Câu trả lời hiện công khai dưới tên chủ thể. Đừng ghi số điện thoại hay địa chỉ của người mua.',
  saved: 'Đã lưu câu trả lời. Mọi người đọc được ở trang sản phẩm.',
  questions: 'Câu hỏi chờ trả lời',
  reviews: 'Đánh giá chưa trả lời',
  none: 'Không còn gì chờ trả lời.',
  done: 'Đã trả lời',
  noWords: 'Không có lời nhận xét.',
  answer: 'Trả lời',
  answeredAt: (at: string) => `Trả lời lúc ${at}`,
  byOffice: 'Cơ quan quản lý đã trả lời',
  submit: 'Đăng câu trả lời',
  submitFor: (what: string) => `Đăng câu trả lời: ${what}`,
  change: 'Sửa câu trả lời',
  call: (phone: string) => `Gọi ${phone}`,
}

const en: typeof vi = {
  title: 'Questions, reviews',
  text: 'Answers are public, under the name of the producer. Do not write phone numbers or addresses of buyers.',
  saved: 'The answer is saved. Everybody can read it on the product’s page.',
  questions: 'Questions to answer',
  reviews: 'Reviews without an answer',
  none: 'Nothing is waiting for an answer.',
  done: 'Answered',
  noWords: 'No words.',
  answer: 'Answer',
  answeredAt: (at) => `Answered at ${at}`,
  byOffice: 'Answered by the office',
  submit: 'Publish the answer',
  submitFor: (what) => `Publish the answer: ${what}`,
  change: 'Change the answer',
  call: (phone) => `Call ${phone}`,
}

/** Words for what a producer answers in public. */
export const replies = { vi, en }
