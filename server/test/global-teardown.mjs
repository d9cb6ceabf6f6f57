import { dropTemplate } from './template.mjs'

export default dropTemplate
