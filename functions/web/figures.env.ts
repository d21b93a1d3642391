/** What the figures need: the table and the sign-in. */
export { signedInEnv as env } from './staff.env.ts';
