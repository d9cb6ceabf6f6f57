/** Staff and posts of a company (PER, ORG-05). */
export { postsExport } from './exports/posts-export.ts'
export { staffExport } from './exports/staff-export.ts'
export { OpenWork, type KindOfWork, type OwedItem, type Passing } from './open-work.ts'
export { PeopleModule } from './people.module.ts'
export { readyMadePosts, type ReadyMadePost } from './ready-made-posts.ts'
