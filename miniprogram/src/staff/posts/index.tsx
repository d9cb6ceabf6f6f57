import { MyPostsScreen } from './my-posts.tsx'

export default MyPostsScreen
