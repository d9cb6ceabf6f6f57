export { announce, LiveFeed, type LiveNews } from './live-feed.ts'
