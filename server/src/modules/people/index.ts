/** Staff and posts of a company (PER, ORG-05). */
export { PeopleModule } from './people.module.ts'
