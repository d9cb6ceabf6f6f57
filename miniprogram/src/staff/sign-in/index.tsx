import { SignInScreen } from './sign-in.tsx'

export default SignInScreen
