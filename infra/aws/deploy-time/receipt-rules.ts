/** The two SES operations on receipt rule sets. At most one rule set is active per account and Region. */
export interface ReceiptRules {
  active(): Promise<string | undefined>;
  /** Activate a rule set, or deactivate the active one. */
  activate(name: string | undefined): Promise<void>;
}

export interface Activation {
  readonly ruleSet: string;
  /** Whether an active rule set of another system may be replaced. */
  readonly takeOver: boolean;
}

/**
 * Activate the rule set of Rida.
 *
 * @throws Error when another rule set is active and taking over was not requested: other mail would no longer
 * be received
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

/** Deactivate the rule set of Rida before it is deleted. The rule set of another system stays active. */
export async function deactivateReceiptRules(
  rules: ReceiptRules,
  { ruleSet }: Pick<Activation, 'ruleSet'>,
): Promise<void> {
  if ((await rules.active()) === ruleSet) await rules.activate(undefined);
}
