/** The one seam to scripts of others. Tests replace its member. */
export const scripts = {
  /**
   * Adds a script to a place in the page and resolves when it has run. It leaves with the place; what it
   * has done stays.
   *
   * @param nonce Of the page's Content-Security-Policy, where it has one.
   */
  load(place: Element, src: string, nonce = ''): Promise<unknown> {
    return new Promise((onload, onerror) => {
      const script = document.createElement('script');
      place.append(Object.assign(script, { onload, onerror, nonce, src }));
    });
  },
};
