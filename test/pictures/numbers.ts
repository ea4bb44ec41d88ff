import type { Locator, Page } from 'playwright-core';

/** Where a number stands at what it names: on an end, beyond it, or above the middle. */
export interface Mark {
  readonly at: Locator;
  readonly side?: 'start' | 'end' | 'after' | 'before' | 'above';
}

/** Puts the numbers 1, 2, 3 … on the page, as round labels. */
export async function number(page: Page, marks: readonly Mark[]): Promise<void> {
  for (const [index, { at, side = 'start' }] of marks.entries()) {
    const box = await at.boundingBox();
    if (!box) throw new Error(`Number ${index + 1} names nothing that is to be seen.`);
    const { width, height } = box;
    const across = { before: -15, start: 0, above: width / 2, end: width, after: width + 15 }[side];
    const top = box.y + (side === 'above' ? -8 : height / 2);
    const place = { text: String(index + 1), left: box.x + across, top };
    await page.evaluate(({ text, left, top }) => {
      const label = document.createElement('b');
      label.textContent = text;
      label.style.cssText = `position: absolute; left: ${left - 11}px; top: ${top + scrollY - 11}px;
        width: 22px; height: 22px; border-radius: 50%; background: #d6006c; color: #fff;
        font: bold 13px/22px sans-serif; text-align: center; z-index: 9`;
      document.body.append(label);
    }, place);
  }
}
