import type { Subject } from '../flow/transaction.js';
import type { Means } from '../host/means.js';
import type { TextKey } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import type { MessageAction } from '../ui/message.js';

/** What is worth keeping of what is registered. */
export class Receipt {
  readonly #means: Means;
  /** The number that is on the clipboard. */
  #copied = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  /** @param transactionId 0 when nobody here has heard it. */
  text({ invoiceNumber }: Subject, transactionId: number): string {
    const { t } = this.#means;
    const invoice = invoiceNumber && t('shared.invoice', { number: invoiceNumber });
    const number = transactionId && t('shared.transaction', { number: String(transactionId) });
    return [invoice, number].filter(Boolean).join(' · ');
  }

  /** A button that copies the number which a reader may be asked for. */
  copy(transactionId: number): MessageAction<TextKey>[] {
    if (!transactionId) return [];
    const act = () =>
      void platform.copy(String(transactionId)).then((isCopied) => {
        if (isCopied) this.#copied = transactionId;
        this.#means.refresh(false);
      });
    const isCopied = this.#copied === transactionId;
    return [{ label: isCopied ? 'shared.copied' : 'shared.copy', act }];
  }
}
