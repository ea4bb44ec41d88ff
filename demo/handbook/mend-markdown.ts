/** Where a link leads; nothing where what it leads to is not there, so that its text is left. */
export type MendOrDrop = (address: string) => string | undefined;

const code = /(^\s*```[^]*?^\s*```)/m;
const link = /(!?\[[^[\]]*\])\(([^()\s]+)\)/g;

/** A page of Markdown with its links mended and all else as it was written; code is left alone. */
export function mendMarkdown(source: string, mend: MendOrDrop): string {
  const mended = (text: string) =>
    text.replace(link, (_, shown: string, address: string) => {
      const to = mend(address);
      return to === undefined ? shown.replace(/^!?\[|\]$/g, '') : `${shown}(${to})`;
    });
  // What stands between is every other part.
  const parts = source.split(code);
  return parts.map((part, at) => (at % 2 ? part : mended(part))).join('');
}

/** Where a link of the site leads when it is read as Markdown: to the page's own Markdown. */
export function toMarkdownAddress(address: string): string {
  const isElsewhere = /^[a-z]+:/i.test(address) || address.startsWith('/');
  return isElsewhere ? address : address.replace(/\.html(?=#|$)/, '.md');
}
