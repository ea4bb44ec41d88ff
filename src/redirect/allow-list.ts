/**
 * Reads an allow-list of methods.
 *
 * @returns those that are documented, in its order and each once; and what else stands there.
 */
export function allowList(
  methods: string,
  documented: readonly string[],
): { readonly choices: readonly string[]; readonly unknown: string } {
  const asked = [...new Set(methods.match(/\S+/g))];
  const isDocumented = (method: string) => documented.includes(method);
  return {
    choices: asked.filter(isDocumented),
    unknown: asked.filter((method) => !isDocumented(method)).join(' '),
  };
}
