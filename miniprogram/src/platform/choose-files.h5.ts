import type { PickedFile } from './port.ts'

/** The browser's own file chooser, as WeChat's chooseMedia. */
export function chooseFiles(count: number, withVideo: boolean): Promise<PickedFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = withVideo ? 'image/*,video/mp4,video/quicktime' : 'image/*'
    input.multiple = count > 1
    input.className = 'file-chooser'
    input.style.display = 'none'
    const settle = (files: File[]) => {
      input.remove()
      resolve(
        files.slice(0, count).map((file) => ({
          path: URL.createObjectURL(file),
          kind: file.type.startsWith('video/') ? 'video' : 'photo',
          size: file.size,
        })),
      )
    }
    input.addEventListener('change', () => settle(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => settle([]))
    document.body.append(input)
    input.click()
  })
}
