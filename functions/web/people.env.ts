/** What the pages about people need: the table and the sign-in. */
export { staffEnv as env } from './staff.env.ts';
