import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heaps small, the parser's thread included. By default they grow with the computer's memory
 * to sizes that short-lived objects fill before anything is cleared away; a centre keeps some 40 MiB
 * alive, and clearing away more often is the price of leaving the rest of the computer alone.
 */
setFlagsFromString('--max-semi-space-size=4');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=40');
