import fc from 'fast-check';

/*
 * The random tests draw the same values in each run, so that a red test is red for its author first. To look for
 * others: `RIDA_SEED=$RANDOM npm test -- --project property`. A failing test prints its seed.
 */
fc.configureGlobal({ seed: Number(process.env.RIDA_SEED ?? 20_260_104) });
