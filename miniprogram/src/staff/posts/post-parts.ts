import type { MyPost } from '@yinuo/contracts'

/** How far a post reaches, in words. */
export function scopeWords({ scope, communityName, regionName, buildings }: MyPost): string {
  if (scope === 'company') return '全公司'
  if (scope === 'region') return regionName ?? ''
  const within = buildings.map(({ name }) => name).join('、')
  return within ? `${communityName} ${within}` : (communityName ?? '')
}

/** The parts of a description that somebody wrote, line by line. */
export function partsOf({ work, authority, responsibility, qualification }: MyPost['description']) {
  const parts = [
    { title: '工作内容', text: work },
    { title: '职权', text: authority },
    { title: '责任', text: responsibility },
    { title: '任职资格', text: qualification },
  ]
  return parts
    .map(({ title, text }) => ({ title, lines: text.split('\n').filter((line) => line.trim() !== '') }))
    .filter(({ lines }) => lines.length > 0)
}
