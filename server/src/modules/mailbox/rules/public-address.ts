import { BlockList, isIP } from 'node:net'

/** Everything that is not the open internet: ourselves, neighbours, the cloud's own services, and what leads there. */
const inside = new BlockList()
const v4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [net, bits] of v4) inside.addSubnet(net, bits, 'ipv4')

/** Global unicast, less what carries an IPv4 address in it or is set apart. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const apart6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  apart6.addSubnet(net, bits, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !inside.check(address, 'ipv4')
  return kind === 6 && open6.check(address, 'ipv6') && !apart6.check(address, 'ipv6')
}
