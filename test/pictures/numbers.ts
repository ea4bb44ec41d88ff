import type { Locator, Page } from 'playwright-core';

/** Where a number stands at what it names: at which end, and how far down. */
export interface Mark {
  readonly at: Locator;
  readonly side?: 'start' | 'end' | 'middle';
}

/** Puts the numbers 1, 2, 3 … on the page, as round labels. */
export async function number(page: Page, marks: readonly Mark[]): Promise<void> {
  for (const [index, { at, side = 'start' }] of marks.entries()) {
    const box = await at.boundingBox();
    if (!box) throw new Error(`Number ${index + 1} names nothing that is to be seen.`);
    const across = { start: 0, middle: box.width / 2, end: box.width }[side];
    const place = { text: String(index + 1), left: box.x + across, top: box.y + box.height / 2 };
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
