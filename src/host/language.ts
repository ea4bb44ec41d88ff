/**
 * The language that an element stands in: the nearest `lang` around it, also outside the shadow tree
 * that it is part of. English when there is none, or when it is no language tag (BCP 47).
 */
export function languageOf(element: Element): string {
  const nearest = element.closest('[lang]')?.getAttribute('lang');
  const root = element.getRootNode();
  if (nearest == null && root instanceof ShadowRoot) return languageOf(root.host);
  try {
    return Intl.getCanonicalLocales(nearest ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}
