/** Made once: a push asks for as many times as it has messages. */
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as people here read it: 2026年11月21日 18:05. */
export function shownTime(at: Date | string): string {
  return inShanghai.format(new Date(at)).replace(/^(\d+)-(\d\d)-(\d\d) /, '$1年$2月$3日 ')
}
