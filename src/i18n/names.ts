/** A code's name; what else it is called, or the code itself, when we do not know it. */
export function nameOf<Name extends string>(
  t: (name: Name) => string,
  names: Readonly<Record<string, Name>>,
  code = '',
  otherwise = code,
): string {
  const name = Object.hasOwn(names, code) && names[code];
  return name ? t(name) : otherwise;
}
