/** What the pages of calls out need: the table and the sign-in. */
export { staffEnv as env } from './staff.env.ts';
