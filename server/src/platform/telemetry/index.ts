export { logging, maskPhones } from './logging.ts'
export { payNotices, requestSeconds, wechatCalls } from './metrics.ts'
export { TelemetryController } from './telemetry.controller.ts'
