import { pageLoaded } from '../host/page.js';
import { pageArrival } from './arrival.js';
import { RedirectElement } from './redirect-element.js';
import type { RedirectFlowName } from './return-url.js';

/** An element that lists something, and that tells what came back when no other element of the page does. */
export abstract class ListElement extends RedirectElement {
  /** Whether the server confirmed what came back last. */
  protected isConfirmed = false;

  constructor() {
    super();
    // From this element, or from one inside it: what the server lists is another from now on.
    this.addEventListener('connect-confirmed', ({ detail }) => {
      this.isConfirmed = detail.confirmed;
      if (detail.confirmed) void this.reload();
    });
  }

  protected override get keepsView(): boolean {
    return true;
  }

  protected override stop(): void {
    super.stop();
    this.isConfirmed = false;
  }

  /** Tells what came back about this product, unless another element of the page does. */
  protected async tellArrival(
    flow: RedirectFlowName,
    productCode: string,
    signal: AbortSignal,
  ): Promise<void> {
    await pageLoaded();
    if (signal.aborted) return;
    const page = pageArrival(this.settings.resultParam);
    if (!page || page.announced) return;
    const { arrival } = page;
    if (arrival?.flow === flow && arrival.productCode === productCode) this.settle(page);
    else this.announce(page);
  }
}
