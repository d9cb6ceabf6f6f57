/** In a browser a keyboard works what a finger works. */
document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if ((key !== 'Enter' && key !== ' ') || !(target instanceof HTMLElement) || target.getAttribute('role') !== 'button') return
  event.preventDefault()
  target.click()
})
