const THROTTLED = ['ThrottlingException', 'TooManyRequestsException'];

/**
 * Return the contact that Connect started, or the refusal by the name of its exception.
 * @throws any other error; then it is unknown whether the contact was started
 */
export async function startedOr<R extends string>(
  start: () => Promise<{ readonly ContactId?: string | undefined }>,
  refusals: Readonly<Record<string, R>>,
): Promise<{ readonly contactId: string } | { readonly refused: R | 'throttled' }> {
  try {
    const { ContactId } = await start();
    if (ContactId === undefined) throw new Error('Connect started a contact without returning its id');
    return { contactId: ContactId };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const refused = THROTTLED.includes(error.name) ? 'throttled' : refusals[error.name];
    if (refused === undefined) throw error;
    return { refused };
  }
}
