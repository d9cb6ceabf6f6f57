/** Prints a code with the words that belong to it, from a frame of its own, so that the page around it stays off the paper. */
export function printInvitation(picture: string, lines: readonly string[]): void {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  document.body.append(frame)
  const page = frame.contentDocument!
  page.body.style.cssText = 'margin:40px;text-align:center;font:16px/1.8 sans-serif'
  const image = page.createElement('img')
  image.width = 300
  image.onload = () => {
    frame.contentWindow!.onafterprint = () => frame.remove()
    frame.contentWindow!.print()
  }
  image.src = picture
  page.body.append(
    image,
    ...lines.map((line) => {
      const paragraph = page.createElement('p')
      paragraph.textContent = line
      return paragraph
    }),
  )
}
