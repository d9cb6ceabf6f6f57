/** Seeing what is masked: with a permission, for a reason, on the record (ORG-05). */
export { UnmaskingModule } from './unmasking.module.ts'
