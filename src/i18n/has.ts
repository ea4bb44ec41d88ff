/** Whether a place has a moment, such as one that is named by what a server has said. */
export function has<Moments extends object, Name extends string>(
  moments: Moments,
  name: Name,
): name is Name & keyof Moments {
  return Object.hasOwn(moments, name);
}
