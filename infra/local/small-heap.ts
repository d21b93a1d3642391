import { setFlagsFromString } from 'node:v8';

/**
 * Limits the growth of the old generation, including the thread of the parser. By default it grows with the memory
 * of the computer before garbage is collected: after 120 days of clock steps a process had 308 MiB, of which 44 were
 * in use. The size of the young generation can only be set on the command line: `npm start` does it.
 */
setFlagsFromString('--heap-growing-percent=20');
