const systems = [
  [/iPhone|iPad/, 'iPhone'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh|Mac OS X/, 'Mac 电脑'],
  [/Linux/, 'Linux 电脑'],
] as const

// The order matters: each of these names the ones below it as well.
const programs = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge 浏览器'],
  [/Firefox\//, 'Firefox 浏览器'],
  [/Chrome\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
] as const

/** A device in words its owner knows it by. */
export function deviceInWords(userAgent: string | null): string {
  const known = [systems, programs].flatMap((list) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? [])
  return known.join(' · ') || '未知设备'
}

/** Enough of an address to know one's own network by: 116.25.*.*, 2408:8000:*. */
export function maskAddress(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (plain.includes('.')) return `${plain.split('.').slice(0, 2).join('.')}.*.*`
  return `${plain.split(':').slice(0, 2).join(':')}:*`
}
