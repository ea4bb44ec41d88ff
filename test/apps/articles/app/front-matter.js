/** What the front matter of an article makes of a code, in quotes and without. */
import matter from 'gray-matter';

const read = (written) => matter(`---\ncode: ${written}\n---\n`).data.code;

console.log(
  JSON.stringify([
    ['"07435367"', read('"07435367"')],
    ["'1e5'", read("'1e5'")],
    ['07435367', read('07435367')],
    ['1e5', read('1e5')],
  ]),
);
