import { setFlagsFromString } from 'node:v8';

/**
 * Keeps young objects in a small space. By default it grows with the computer's memory to a size that
 * a centre's short-lived objects fill before anything is cleared away; the parser's thread follows.
 */
setFlagsFromString('--max-semi-space-size=4');
setFlagsFromString('--semi-space-growth-factor=1');
