export { maskName, maskPhone, maskPhonesIn } from './mask.ts'
