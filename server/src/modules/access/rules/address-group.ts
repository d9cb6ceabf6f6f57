import { isIPv4, isIPv6 } from 'node:net'

/** What counts as one address: an IPv4 address, or the /64 an IPv6 subscriber is given whole. */
export function addressGroup(address: string | null): string {
  const bare = (address ?? '').split('%')[0]!
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped && isIPv4(mapped)) return mapped
  if (!isIPv6(bare)) return bare || 'unknown'
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const gap = new Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...gap, ...after].slice(0, 4).join(':')}::/64`
}
