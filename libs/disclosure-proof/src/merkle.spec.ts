import { describe, expect, it } from '@jest/globals'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { GROUP, GroupedRoots, leafHash, pathOf, pathThroughGroup, rootFromPath, rootOf } from './merkle.ts'

/** The entries and roots of the reference implementation of Certificate Transparency. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const hashesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(Uint8Array.of(at & 255, (at >> 8) & 255)))

describe('the tree of a disclosure', () => {
  it('has the roots RFC 6962 gives it', () => {
    const hashes = entries.map((entry) => leafHash(hexToBytes(entry)))
    expect(roots.map((_, at) => bytesToHex(rootOf(hashes.slice(0, at + 1))))).toEqual(roots)
    expect(bytesToHex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('is the same tree when it is built group by group', () => {
    for (const count of [0, 1, 2, GROUP - 1, GROUP, GROUP + 1, 3 * GROUP, 5 * GROUP + 17]) {
      const hashes = hashesOf(count)
      const grouped = new GroupedRoots()
      for (const hash of hashes) grouped.add(hash)
      expect(bytesToHex(grouped.finish())).toBe(bytesToHex(rootOf(hashes)))
    }
  })

  it('leads from any entry to its root, and from no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.nat(), fc.nat(), (count, one, other) => {
        const hashes = hashesOf(count)
        const [index, elsewhere] = [one % count, other % count]
        const groups = Array.from({ length: Math.ceil(count / GROUP) }, (_, at) => hashes.slice(at * GROUP, (at + 1) * GROUP))
        const path = pathThroughGroup(index, groups[Math.floor(index / GROUP)]!, groups.map(rootOf))
        const root = bytesToHex(rootOf(hashes))
        expect(path).toEqual(pathOf(index, hashes))
        const reached = (at: number) => {
          const found = rootFromPath(hashes[index]!, at, count, path)
          return found && bytesToHex(found)
        }
        expect(reached(index)).toBe(root)
        if (elsewhere !== index) expect(reached(elsewhere)).not.toBe(root)
        expect(rootFromPath(hashes[index]!, index, count, [...path, hashes[0]!])).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})
