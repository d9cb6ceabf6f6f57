import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The figures of this process, without labels that name a person. */
export const registry = new Registry()
collectDefaultMetrics({ register: registry })

export const requestSeconds = new Histogram({
  name: 'yinuo_http_request_seconds',
  help: 'Time to answer, by route',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

export const outboxWaiting = new Gauge({
  name: 'yinuo_outbox_events',
  help: 'Events waiting in the outbox, and set aside as dead',
  labelNames: ['state'],
  registers: [registry],
})

export const wechatCalls = new Counter({
  name: 'yinuo_wechat_calls_total',
  help: 'Calls to WeChat by endpoint and error code (0: fine)',
  labelNames: ['endpoint', 'errcode'],
  registers: [registry],
})

export const payNotices = new Counter({
  name: 'yinuo_pay_notices_total',
  help: 'Notices of WeChat Pay by what became of them (taken, or why they were refused)',
  labelNames: ['outcome'],
  registers: [registry],
})
