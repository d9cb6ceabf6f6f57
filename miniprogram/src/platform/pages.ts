import Taro from '@tarojs/taro'

// Called through Taro itself: its h5 build adds the hooks when the app starts.
export const useDidShow: typeof Taro.useDidShow = (heard) => Taro.useDidShow(heard)
export const useDidHide: typeof Taro.useDidHide = (heard) => Taro.useDidHide(heard)
export const usePullDownRefresh: typeof Taro.usePullDownRefresh = (heard) => Taro.usePullDownRefresh(heard)
export const useReachBottom: typeof Taro.useReachBottom = (heard) => Taro.useReachBottom(heard)
export const useRouter = () => Taro.useRouter()
/** What a card says that is sent from this page, and where it leads. */
export const useShare = (card: () => { title: string; page: string }) =>
  Taro.useShareAppMessage(() => {
    const { title, page } = card()
    return { title, path: `/${page}` }
  })

const tabs = ['pages/home/index', 'pages/repairs/index', 'pages/messages/index', 'pages/me/index']

/** Opens `pages/…?…` the way its kind of page wants: a tab is switched to, anything else is stacked. */
export function openPage(page: string): void {
  const url = page.startsWith('/') ? page : `/${page}`
  const path = url.slice(1).split('?')[0] ?? ''
  if (tabs.includes(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.navigateTo({ url })
}

/** Takes this page's place, so that "back" does not return to it. */
export function replacePage(page: string): void {
  const path = page.split('?')[0] ?? ''
  if (tabs.includes(path)) void Taro.switchTab({ url: `/${path}` })
  else void Taro.redirectTo({ url: `/${page}` })
}

export function startAt(page: string): void {
  void Taro.reLaunch({ url: `/${page}` })
}

export function stopRefreshing(): void {
  Taro.stopPullDownRefresh()
}

/** Where the newest is. */
export function scrollToEnd(): void {
  void Taro.pageScrollTo({ scrollTop: 1_000_000, duration: 0 })
}

/** After a long form has given way to something short. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
