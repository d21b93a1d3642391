import type { TextMessage } from '#shared/domain/surveys/message-request.ts';
import type { SendingFailure } from '#shared/ports/sending-failure.ts';
import type { TextMessages } from '#shared/ports/text-messages.ts';

/** A provider of text messages that keeps them, or fails as a test wants. */
export class MemoryMessages implements TextMessages {
  readonly sent: TextMessage[] = [];
  /** The failures of the next tries. Without one, a message is accepted. */
  readonly failures: SendingFailure[] = [];
  tries = 0;

  async send(message: TextMessage): Promise<void> {
    this.tries += 1;
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.sent.push(message);
  }
}
