import { setFlagsFromString } from 'node:v8';

/**
 * Limits the heap sizes, including the thread of the parser. By default they grow with the memory of the
 * computer before garbage is collected. A centre needs about 40 MiB of live data. More frequent garbage
 * collection is the price for leaving memory to other programs.
 */
setFlagsFromString('--max-semi-space-size=4');
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=40');
