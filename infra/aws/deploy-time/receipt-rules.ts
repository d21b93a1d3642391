/** The two things Rida asks of SES about rule sets; at most one is active per account and Region. */
export interface ReceiptRules {
  active(): Promise<string | undefined>;
  /** Puts a rule set in force, or none. */
  activate(name: string | undefined): Promise<void>;
}

export interface Activation {
  readonly ruleSet: string;
  /** Whether the active rule set of somebody else may be put out of force. */
  readonly takeOver: boolean;
}

/**
 * Puts Rida's rule set in force.
 *
 * @throws Error when another one is and taking over was not asked for: mail of others would stop
 */
export async function activateReceiptRules(
  rules: ReceiptRules,
  { ruleSet, takeOver }: Activation,
): Promise<void> {
  const active = await rules.active();
  if (active === ruleSet) return;
  if (active !== undefined && !takeOver)
    throw new Error(
      `The receipt rule set "${active}" is active in this account and Region and would stop receiving mail. ` +
        'Deploy to another account or Region, or set takeOverReceiptRules to true.',
    );
  await rules.activate(ruleSet);
}

/** Takes Rida's rule set out of force before it is deleted; that of somebody else stays. */
export async function deactivateReceiptRules(
  rules: ReceiptRules,
  { ruleSet }: Pick<Activation, 'ruleSet'>,
): Promise<void> {
  if ((await rules.active()) === ruleSet) await rules.activate(undefined);
}
