const vi = {
  title: 'Đánh giá',
  intro: 'Mới nhất đứng trước. Đánh giá bị ẩn không hiện và không tính vào điểm trung bình.',
  none: 'Chưa có đánh giá nào.',
  rating: (rating: number) => `${rating}/5`,
  hidden: (at: string, reason: string) => `Đã ẩn ${at}: ${reason}`,
  withdrawn: 'Người viết đã rút',
  hide: 'Ẩn',
  hideOf: (name: string) => `Ẩn đánh giá về ${name}`,
  show: 'Hiện lại',
  reason: 'Lý do ẩn',
  reasonHint: 'Ghi vào nhật ký. Chê sản phẩm không phải là lý do.',
}

const en: typeof vi = {
  title: 'Reviews',
  intro: 'The newest first. What is hidden is not shown and not part of the mean.',
  none: 'There are no reviews yet.',
  rating: (rating) => `${rating}/5`,
  hidden: (at, reason) => `Hidden ${at}: ${reason}`,
  withdrawn: 'Withdrawn by its writer',
  hide: 'Hide',
  hideOf: (name) => `Hide the review of ${name}`,
  show: 'Show again',
  reason: 'Reason for hiding',
  reasonHint: 'It goes into the audit trail. Criticism of the product is no reason.',
}

/** Words of the office's page about reviews. */
export const officeReviews = { vi, en }
