export { announce, LiveFeed } from './live-feed.ts'
