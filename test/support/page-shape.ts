import type { Page } from 'playwright-core';

/** How large the controls of a page are. */
export interface Targets {
  readonly faults: readonly string[];
  readonly count: number;
  /** Those of 44 by 44 pixels, as WCAG 2.5.5 (AAA) asks. */
  readonly large: number;
}

/** What looks at a page from within. */
interface Eye {
  /** Every element below, also in shadow trees. */
  all(root: ParentNode): Element[];
  /** Every element that is shown. */
  shown(): Element[];
  name(one: Element): string;
  /** Whether a border or an outline can be seen on a ground. */
  isLine(style: string, width: string, color: string, ground: string): boolean;
}

declare const eye: Eye;

/** Brings the eye into a page. Its parts are methods: the compiler's names for functions are not there. */
export async function addEye(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, {
      eye: {
        all(root) {
          return [...root.querySelectorAll('*')].flatMap((one) => [
            one,
            ...(one.shadowRoot ? eye.all(one.shadowRoot) : []),
          ]);
        },
        shown() {
          return eye
            .all(document.body)
            .filter((one) => one.checkVisibility() && getComputedStyle(one).clipPath === 'none');
        },
        name(one) {
          return one.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
        },
        isLine(style, width, color, ground) {
          const isSeen = color !== ground && color !== 'rgba(0, 0, 0, 0)';
          return style !== 'none' && parseFloat(width) > 0 && isSeen;
        },
      } satisfies Eye,
    });
  });
}

/** What does not fit: a page that scrolls sideways, and text that is cut off or leaves its box. */
export function unfitting(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults =
      scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : [];
    for (const element of eye.shown()) {
      const style = getComputedStyle(element);
      const isCutting = /hidden|clip/.test(style.overflow) && element.tagName !== 'IFRAME';
      if (isCutting && element.scrollWidth > element.clientWidth + 1)
        faults.push(`cuts: ${eye.name(element)}`);
      const box = element.closest('[part~=item], [part=message], button')?.getBoundingClientRect();
      const { left = 0, right = clientWidth, top = -Infinity, bottom = Infinity } = box ?? {};
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const text of range.getClientRects()) {
          const fits =
            text.left > left - 1 &&
            text.right < right + 1 &&
            text.top > top - 4 &&
            text.bottom < bottom + 4;
          if (!fits) faults.push(`leaves its box: ${node.textContent.trim().slice(0, 60)}`);
        }
      }
    }
    return [...new Set(faults)];
  });
}

/** WCAG 2.5.8, without its exceptions. A radio button is as large as its label. */
export function smallTargets(page: Page): Promise<Targets> {
  return page.evaluate(() => {
    const controls = eye.shown().filter((one) => one.matches('button, input, a[href], select'));
    const sizes = controls.map((one) => {
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      return { one, least: Math.min(width, height) };
    });
    return {
      faults: sizes
        .filter(({ least }) => least < 24)
        .map(({ one, least }) => `${Math.round(least)} pixels: ${eye.name(one)}`),
      count: sizes.length,
      large: sizes.filter(({ least }) => least >= 44).length,
    };
  });
}

/** Whatever moves. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    eye
      .shown()
      .filter((one) => one.getAnimations().some(({ playState }) => playState === 'running'))
      .map((one) => `moves: ${eye.name(one)}`),
  );
}

/**
 * Controls whose edge cannot be seen, or whose focus cannot, while the system's few colours are forced
 * upon the page.
 */
export function unseenControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    const modal = eye.all(document.body).find((one) => one.matches('dialog:modal'));
    const reached = eye.all(modal ?? document.body);
    for (const one of eye.shown()) {
      if (!(one instanceof HTMLElement) || !one.matches('button, input, a[href], select')) continue;
      const style = getComputedStyle(one);
      // The browser draws its own radio buttons in colours that can be seen.
      const isNative = one.matches('input') && style.appearance !== 'none';
      const hasLine = one.matches('a')
        ? style.textDecorationLine.includes('underline')
        : eye.isLine(style.borderTopStyle, style.borderTopWidth, style.borderTopColor, ground);
      if (!isNative && !hasLine) faults.push(`no edge: ${eye.name(one)}`);
      // Behind a modal dialog nothing can have the focus.
      if (one.matches(':disabled, fieldset:disabled *') || !reached.includes(one)) continue;
      one.focus();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      if (!eye.isLine(outlineStyle, outlineWidth, outlineColor, ground)) {
        faults.push(`no focus to be seen: ${eye.name(one)}`);
      }
    }
    return faults;
  });
}
