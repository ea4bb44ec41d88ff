/** Bokmål and Nynorsk from before they had tags of their own (IANA's registry), and as Java writes the second. */
const former: ReadonlyMap<string, string> = new Map([
  ['no-bok', 'nb'],
  ['no-nyn', 'nn'],
  ['no-no-ny', 'nn-NO'],
]);

/**
 * A language tag (BCP 47) as browsers write it; undefined for what is none. Locales of operating systems are
 * read too (POSIX.1-2017, section 8.2): `nb_NO`, `sv_SE.UTF-8`, `no_NO@euro`. Norwegian without saying which
 * is Bokmål.
 */
export function canonicalTag(written: string): string | undefined {
  const [locale = ''] = written.trim().split(/[.@]/);
  // Not `replaceAll`: pages of old polyfills are without it, or have their own.
  const tag = locale.split('_').join('-');
  try {
    return Intl.getCanonicalLocales(former.get(tag.toLowerCase()) ?? tag)[0]?.replace(
      /^no(?=-|$)/,
      'nb',
    );
  } catch {
    return undefined;
  }
}
