import { Gauge } from 'prom-client'
import { registry } from '../telemetry/metrics.ts'

export const jobsWaiting = new Gauge({
  name: 'yinuo_jobs',
  help: 'Jobs by queue: waiting, at work, and given up as dead',
  labelNames: ['queue', 'state'],
  registers: [registry],
})
