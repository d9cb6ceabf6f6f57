/** Staff and posts of a company (PER, ORG-05). */
export { PeopleModule } from './people.module.ts'
export { readyMadePosts, type ReadyMadePost } from './ready-made-posts.ts'
