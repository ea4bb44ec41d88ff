/** The one seam to scripts of others. Tests replace its member. */
export const scripts = {
  /**
   * Adds a script to the page and resolves when it has run. It leaves the page with the signal; what it
   * has done stays.
   *
   * @param nonce Of the page's Content-Security-Policy, where it has one.
   */
  load(url: string, nonce: string | undefined, signal: AbortSignal): Promise<unknown> {
    const script = document.createElement('script');
    signal.addEventListener('abort', () => script.remove());
    return new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      if (nonce) script.nonce = nonce;
      script.src = url;
      document.head.append(script);
    });
  },
};
