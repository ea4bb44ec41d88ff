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
    return Intl.getCanonicalLocales(tag)[0]?.replace(/^no(?=-|$)/, 'nb');
  } catch {
    return undefined;
  }
}
