import type { TrustedTypesWindow } from 'trusted-types/lib';

const { trustedTypes }: typeof globalThis & Partial<TrustedTypesWindow> = globalThis;
/** The address of the script that is loaded now. */
let checked = '';
/** Gives that address whatever it is asked for: nobody gets another one past the page's policy with it. */
const rules: { createScriptURL(asked: string): string } = { createScriptURL: () => checked };
const createPolicy = () => trustedTypes?.createPolicy('connect-elements', rules);
let policy: ReturnType<typeof createPolicy>;

/** The one seam to scripts of others. Tests replace its member. */
export const scripts = {
  /**
   * Adds a script to a place in the page and resolves when it has run. It leaves with the place; what it
   * has done stays. Rejects with a `TypeError` when the page's Trusted Types do not let it in.
   *
   * @param src Checked already: where the page requires Trusted Types it goes through as it is.
   * @param nonce Of the page's Content-Security-Policy, where it has one.
   */
  load(place: Element, src: string, nonce = ''): Promise<unknown> {
    return new Promise((onload, onerror) => {
      const script = document.createElement('script');
      checked = src;
      // Not before it is needed, so that only pages that show it have to name it; once, since a page may
      // refuse a second one of the same name.
      policy ??= createPolicy();
      const address = policy?.createScriptURL('') ?? src;
      place.append(Object.assign(script, { onload, onerror, nonce, src: address }));
    });
  },
};
