import { serverNow } from '../../app/clock.ts'

/** The day where the communities are. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(serverNow())
export const thisMonth = () => today().slice(0, 7)
