/**
 * What a text is called in a built file of a language, instead of its English: short, so that the file is.
 * A test sees to it that no two texts have the same.
 */
export function keyOf(english: string): string {
  let sum = 0;
  for (const character of english) sum = (sum * 31 + character.charCodeAt(0)) % 46_656;
  return sum.toString(36);
}
