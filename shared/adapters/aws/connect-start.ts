const THROTTLED = ['ThrottlingException', 'TooManyRequestsException'];

/**
 * The contact that Connect started, or why it did not, by the names of its exceptions.
 *
 * @throws whatever is no refusal: nobody knows then whether the contact was started
 */
export async function startedOr<R extends string>(
  start: () => Promise<{ readonly ContactId?: string | undefined }>,
  refusals: Readonly<Record<string, R>>,
): Promise<{ readonly contactId: string } | { readonly refused: R | 'throttled' }> {
  try {
    const { ContactId } = await start();
    if (ContactId === undefined) throw new Error('Connect started a contact and did not say which');
    return { contactId: ContactId };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const refused = THROTTLED.includes(error.name) ? 'throttled' : refusals[error.name];
    if (refused === undefined) throw error;
    return { refused };
  }
}
