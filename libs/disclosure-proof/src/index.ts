/**
 * Checks published accounts (收支公示) without the server that published them: in Node, in a browser, in a mini-program.
 *
 * Every line of a disclosure is a leaf of a Merkle tree (RFC 6962); its root, the sums and the hash of what was posted before
 * stand in a head that the property company signs (Ed25519). So a payer checks with some twenty hashes that their payment is
 * inside, and anybody with the whole file that nothing was changed.
 *
 * @example
 * const file = readFile(JSON.parse(text))
 * const verdict = file.kind === 'bundle' ? verifyBundle(file) : verifyPayment(file)
 * for (const { name, holds } of verdict.checks) console.log(checkWords[name][holds ? 'holds' : 'fails'])
 */
export {
  commitmentOf,
  gainOf,
  headHash,
  inOrder,
  lineHash,
  shortCode,
  sides,
  sumOf,
  totalsOf,
  type Bundle,
  type Head,
  type Inclusion,
  type Line,
  type LineSecret,
  type Side,
  type SignedHead,
  type Total,
} from './disclosure.ts'
export { GROUP, GroupedRoots, leafHash, pathOf, pathThroughGroup, rootFromPath, rootOf } from './merkle.ts'
export { FileFault, readFile, type DisclosureFile } from './read-file.ts'
export { fingerprintOf, isSigned, publicKeyOf, signHead, warmUp } from './signing.ts'
export {
  verifyBundle,
  verifyChain,
  verifyDisclosure,
  verifyPayment,
  type Check,
  type CheckName,
  type Known,
  type OwnPayment,
  type Verdict,
} from './verify.ts'
export { checkWords, whatToDo } from './words.ts'
