/** The pure rules of arrears. */
export { formulaOf, lateFee, type LateBill, type LateFee, type LateFeeTerms, type Movement } from './late-fee.ts'
export { threatIn } from './wording.ts'
