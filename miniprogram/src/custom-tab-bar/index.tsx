/** WeChat wants this file beside `custom: true`; every tab page draws the bar itself, in its own size of type. */
export default function NoTabBar() {
  return null
}
