// One more and one less beside the quantity on the page of a product.
const quantity = document.getElementById('quantity')
for (const button of document.querySelectorAll('[data-step]'))
  button.addEventListener('click', () => {
    if (button.dataset.step > 0) quantity.stepUp()
    else quantity.stepDown()
  })
