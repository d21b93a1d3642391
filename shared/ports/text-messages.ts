import type { MessageProvider, TextMessage } from '#shared/domain/surveys/message-request.ts';

/** Sends text messages to mobile numbers. */
export interface TextMessages {
  /**
   * Hand a message to the provider once. `provider` is missing when the settings have none.
   * @throws SendingFailure: `unreachable` and `busy` when nothing was sent, `unconfirmed` when it may have been sent,
   * `rejected` when a repetition cannot succeed
   */
  send(message: TextMessage, provider: MessageProvider | undefined): Promise<void>;
}
